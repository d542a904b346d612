import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { answer, client } from './client.ts';
import type { Job, Preview, Template } from './types.ts';

/** Rows that are asked for at once. */
export const PAGE_ROWS = 100;

/** What rows are shown of: a job, or a template that is being edited. */
export type Source = { job: Job } | { template: Template };

/** The first rows of a table. What was shown stays until the next answer is there, so that nothing flickers. */
export function useFirstRows(source: Source | undefined, table: string | undefined, rows: number) {
  return useQuery({
    queryKey: ['preview', source, table, 0, rows],
    queryFn: ({ signal }) => answer(client.POST('/api/preview', { body: { ...source, table, at: 0, rows }, signal })) as Promise<Preview>,
    enabled: source !== undefined,
    placeholderData: keepPreviousData,
    retry: false,
  });
}

/** Pages of a table by their numbers; rows of a page that is not there yet are undefined. */
export function usePages(source: Source, table: string, numbers: readonly number[]) {
  return useQueries({
    queries: numbers.map((number) => ({
      queryKey: ['preview', source, table, number * PAGE_ROWS, PAGE_ROWS],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        answer(
          client.POST('/api/preview', { body: { ...source, table, at: number * PAGE_ROWS, rows: PAGE_ROWS }, signal }),
        ) as Promise<Preview>,
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 60_000,
    })),
  });
}

/** What a job would make and cost, and its command line. */
export function usePlan(job: Job | undefined) {
  return useQuery({
    queryKey: ['plan', job],
    queryFn: ({ signal }) => answer(client.POST('/api/jobs/plan', { body: { job: job as Job }, signal })),
    enabled: job !== undefined,
    placeholderData: keepPreviousData,
    retry: false,
  });
}

/** Series for charts of a job. */
export function useCharts(job: Job) {
  return useQuery({
    queryKey: ['charts', job],
    queryFn: ({ signal }) => answer(client.POST('/api/jobs/charts', { body: { job }, signal })),
    placeholderData: keepPreviousData,
    retry: false,
  });
}
