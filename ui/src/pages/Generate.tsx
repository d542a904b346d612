import { Button } from '@mantine/core';
import { useSearchParams } from 'wouter';
import { useStart } from '../api/runs.ts';
import type { Job } from '../api/types.ts';
import { Trouble } from '../parts/Trouble.tsx';
import { RunView } from './RunView.tsx';

/** Starts the run of a job and follows it. Its id stands in the address, so that a reload does not lose it. */
export function Generate({ job, label }: { job: Job | undefined; label: string }) {
  const [search, setSearch] = useSearchParams();
  const start = useStart();
  const run = search.get('run');
  const begin = (job: Job) =>
    start.mutate(job, { onSuccess: ({ id }) => setSearch((before) => ({ ...Object.fromEntries(before), run: id }), { replace: true }) });
  return (
    <>
      <Button onClick={() => job && begin(job)} disabled={!job} loading={start.isPending}>
        {label}
      </Button>
      {start.error && <Trouble error={start.error} />}
      {run && <RunView key={run} id={run} onGone={() => setSearch({}, { replace: true })} />}
    </>
  );
}
