import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { answer, client } from './client.ts';
import type { Job, Run } from './types.ts';

/** Beside the events, so that a run is followed through a restart of the server. */
const ASK_AGAIN_MS = 1_000;

export function isOver(run: Run): boolean {
  return run.state !== 'queued' && run.state !== 'running';
}

export function useRuns() {
  return useQuery({
    queryKey: ['runs'],
    queryFn: ({ signal }) => answer(client.GET('/api/runs', { signal })),
    refetchInterval: (query) => (query.state.data?.every(isOver) ? false : ASK_AGAIN_MS),
  });
}

/** One run, told by events while it is under way. */
export function useRun(id: string | null) {
  const cache = useQueryClient();
  const query = useQuery({
    queryKey: ['run', id],
    queryFn: ({ signal }) => answer(client.GET('/api/runs/{id}', { params: { path: { id: id ?? '' } }, signal })),
    enabled: id !== null,
    refetchInterval: (query) => (query.state.data && isOver(query.state.data) ? false : ASK_AGAIN_MS),
  });
  const open = query.data !== undefined && !isOver(query.data);
  const isNowOver = query.data !== undefined && isOver(query.data);
  useEffect(() => {
    if (isNowOver) cache.invalidateQueries({ queryKey: ['runs'] });
  }, [isNowOver, cache]);
  useEffect(() => {
    if (id === null || !open) return;
    const events = new EventSource(`/api/runs/${encodeURIComponent(id)}/events`);
    events.addEventListener('run', (event) => {
      const run = JSON.parse(event.data) as Run;
      cache.setQueryData(['run', id], run);
      if (isOver(run)) events.close();
    });
    return () => events.close();
  }, [id, open, cache]);
  return query;
}

/** Puts a job into the queue. */
export function useStart() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (job: Job) => answer(client.POST('/api/runs', { body: { job } })),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['runs'] }),
  });
}

export function useCancel() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => answer(client.POST('/api/runs/{id}/cancel', { params: { path: { id } } })),
    onSuccess: (run) => {
      cache.setQueryData(['run', run.id], run);
      cache.invalidateQueries({ queryKey: ['runs'] });
    },
  });
}

export function useRemoveRun() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => answer(client.DELETE('/api/runs/{id}', { params: { path: { id } } })),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['runs'] }),
  });
}

/** Where a file of a run is to be had. */
export function fileUrl(run: string, name: string): string {
  return `/api/runs/${encodeURIComponent(run)}/files/${encodeURIComponent(name)}`;
}
