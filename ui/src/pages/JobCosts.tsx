import { usePlan } from '../api/jobs.ts';
import type { Job, Planned } from '../api/types.ts';
import { CommandLine } from '../parts/CommandLine.tsx';
import { formatBytes, formatCount, formatSeconds, plural } from '../parts/format.ts';
import classes from './Outcome.module.css';

/** The command line of a job and what it costs, where its rows are shown elsewhere. */
export function JobCosts({ job }: { job: Job | undefined }) {
  const plan = usePlan(job);
  if (!job || !plan.data) return null;
  return (
    <>
      <CommandLine command={plan.data.command} />
      <Costs planned={plan.data} />
    </>
  );
}

/** Rows, bytes and time, in one line. */
export function Costs({ planned }: { planned: Planned }) {
  const rows = planned.tables.reduce((sum, table) => sum + table.rows, 0);
  const bytes = planned.tables.reduce((sum, table) => sum + table.bytes, 0);
  const seconds = planned.seconds + (planned.quote?.seconds ?? 0);
  return (
    <dl className={classes.costs} aria-label="What it costs">
      <div>
        <dt>Rows</dt>
        <dd>{formatCount(rows)}</dd>
      </div>
      <div>
        <dt>Size</dt>
        <dd>about {formatBytes(bytes)}</dd>
      </div>
      <div>
        <dt>Time</dt>
        <dd>{seconds <= 1 ? 'a second or less' : `about ${formatSeconds(seconds)}`}</dd>
      </div>
      <div>
        <dt>Tokens</dt>
        <dd>{planned.quote ? `about ${formatCount(planned.quote.tokens)}` : 0}</dd>
      </div>
      {planned.rejected > 0 && (
        <div>
          <dt>Left out</dt>
          <dd>{plural(planned.rejected, 'row')} of your files</dd>
        </div>
      )}
    </dl>
  );
}
