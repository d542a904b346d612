import { Button, Skeleton } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { isOver, useRemoveRun, useRuns } from '../api/runs.ts';
import type { Run } from '../api/types.ts';
import { CommandLine } from '../parts/CommandLine.tsx';
import { Empty } from '../parts/Empty.tsx';
import { Trouble } from '../parts/Trouble.tsx';
import classes from './RunsPage.module.css';
import { RunView } from './RunView.tsx';

/** Everything that was made here, and what is under way. */
export function RunsPage() {
  const runs = useRuns();
  useDocumentTitle('Runs · Wares');
  return (
    <main className={classes.page} id="content" tabIndex={-1}>
      <h1>Runs</h1>
      {runs.error && <Trouble error={runs.error} retry={runs.refetch} />}
      {runs.isPending && <Skeleton height={200} />}
      {runs.data?.length === 0 && (
        <Empty title="Nothing was made yet">What you generate on the other pages is kept here, to be taken away again.</Empty>
      )}
      {runs.data?.map((run) => (
        <OneRun key={run.id} run={run} />
      ))}
    </main>
  );
}

function OneRun({ run }: { run: Run }) {
  const remove = useRemoveRun();
  return (
    <article className={classes.run}>
      <header>
        <h2>{run.title}</h2>
        <span>{run.createdAt.slice(0, 16).replace('T', ' ')}</span>
        {isOver(run) && (
          <Button size="compact-xs" variant="default" onClick={() => remove.mutate(run.id)} aria-label={`Remove ${run.title}`}>
            Remove
          </Button>
        )}
      </header>
      <CommandLine command={run.command} />
      <RunView id={run.id} unit={run.job ? 'row' : 'part'} />
      {remove.error && <Trouble error={remove.error} />}
    </article>
  );
}
