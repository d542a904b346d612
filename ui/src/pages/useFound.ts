import { usePlan } from '../api/jobs.ts';
import type { Found, Job } from '../api/types.ts';
import { useSettled } from './useSettled.ts';

/** What the files of a job are taken for beside each other, in its order; undefined while that is not known. */
export function useFound(job: Job | undefined): readonly Found[] | undefined {
  const settled = useSettled(job);
  const plan = usePlan(settled);
  return settled === undefined ? undefined : plan.data?.found;
}
