import { useQuery } from '@tanstack/react-query';
import { answer, client } from './client.ts';

/** While the server is away it is asked every second whether it is back. */
const AGAIN_AWAY_MS = 1_000;
const AGAIN_HERE_MS = 10_000;

/** Whether the server lives, asked again and again. */
export function useHealth() {
  return useQuery({
    queryKey: ['health'],
    queryFn: ({ signal }) => answer(client.GET('/api/health', { signal })),
    retry: false,
    refetchInterval: (query) => (query.state.status === 'error' ? AGAIN_AWAY_MS : AGAIN_HERE_MS),
  });
}

/** What is built in does not change while a server runs. */
const FOREVER = { staleTime: Number.POSITIVE_INFINITY, gcTime: Number.POSITIVE_INFINITY };

export function usePacks() {
  return useQuery({ queryKey: ['packs'], queryFn: ({ signal }) => answer(client.GET('/api/packs', { signal })), ...FOREVER });
}

export function useRegions() {
  return useQuery({ queryKey: ['regions'], queryFn: ({ signal }) => answer(client.GET('/api/regions', { signal })), ...FOREVER });
}

export function useTypes() {
  return useQuery({ queryKey: ['types'], queryFn: ({ signal }) => answer(client.GET('/api/types', { signal })), ...FOREVER });
}

/** Which language model the server can ask. */
export function useLlm() {
  return useQuery({ queryKey: ['llm'], queryFn: ({ signal }) => answer(client.GET('/api/llm', { signal })) });
}
