import { Skeleton, Tabs } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useFirstRows, usePlan } from '../api/jobs.ts';
import type { Job, Planned } from '../api/types.ts';
import { CommandLine } from '../parts/CommandLine.tsx';
import { Empty } from '../parts/Empty.tsx';
import { formatCount } from '../parts/format.ts';
import { Trouble } from '../parts/Trouble.tsx';
import { Costs } from './JobCosts.tsx';
import classes from './Outcome.module.css';
import { TableView } from './TableView.tsx';
import { useSettled } from './useSettled.ts';

/** Something else to see of a job, beside its tables. */
export interface View {
  value: string;
  name: string;
  show(job: Job, planned: Planned): ReactNode;
}

/** What comes of a job before it is run: command line, costs, and every row of every table. */
export function Outcome({ job: wantedJob, empty, views = [] }: { job: Job | undefined; empty: ReactNode; views?: readonly View[] }) {
  const job = useSettled(wantedJob);
  const plan = usePlan(job);
  const [wanted, setWanted] = useState<string | null>(null);
  if (!job) return <Empty title="Rows appear here as soon as there is something to make">{empty}</Empty>;
  if (plan.error) return <Trouble error={plan.error} retry={plan.refetch} />;
  if (!plan.data) {
    return (
      <div role="status" aria-label="Looking at the first rows">
        <Skeleton height={34} mb="sm" />
        <Skeleton height={320} />
      </div>
    );
  }
  const tables = plan.data.tables.map((table) => table.name);
  const shown = wanted !== null && (tables.includes(wanted) || views.some((view) => view.value === wanted)) ? wanted : (tables[0] ?? null);
  return (
    <>
      <CommandLine command={plan.data.command} />
      <Costs planned={plan.data} />
      {plan.data.warnings.map((warning) => (
        <p key={warning} role="alert" className={classes.warning}>
          Warning: {warning}. Every row can be looked at all the same; the command line makes them.
        </p>
      ))}
      <Tabs value={shown} onChange={setWanted} keepMounted={false}>
        <Tabs.List>
          {plan.data.tables.map((table) => (
            <Tabs.Tab key={table.name} value={table.name}>
              {table.name} <span className={classes.count}>{formatCount(table.rows)}</span>
            </Tabs.Tab>
          ))}
          {views.map((view) => (
            <Tabs.Tab key={view.value} value={view.value}>
              {view.name}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tables.map((table) => (
          <Tabs.Panel key={table} value={table} pt="sm">
            <JobTable job={job} table={table} />
          </Tabs.Panel>
        ))}
        {views.map((view) => (
          <Tabs.Panel key={view.value} value={view.value} pt="sm">
            {view.show(job, plan.data)}
          </Tabs.Panel>
        ))}
      </Tabs>
      <Notes notes={plan.data.notes} />
    </>
  );
}

function JobTable({ job, table }: { job: Job; table: string }) {
  const first = useFirstRows({ job }, table, 100);
  if (first.error) return <Trouble error={first.error} retry={first.refetch} />;
  if (!first.data || first.data.table !== table) return <Skeleton height={320} />;
  return <TableView source={{ job }} table={table} columns={first.data.columns} rowsTotal={first.data.rowsTotal} />;
}

function Notes({ notes }: { notes: readonly string[] }) {
  if (notes.length === 0) return null;
  return (
    <section aria-label="What was decided for you">
      <h2 className={classes.heading}>What was decided for you</h2>
      <ul className={classes.notes}>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </section>
  );
}
