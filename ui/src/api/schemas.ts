import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '../forms/schema.ts';
import { answer, client } from './client.ts';

/** The schemas of the server's own document, from which the forms of rules are drawn. */
export function useSchemas() {
  return useQuery({
    queryKey: ['schemas'],
    queryFn: async ({ signal }) => {
      const document = (await answer(client.GET('/api/openapi.json', { signal }))) as { components: { schemas: Schemas } };
      return document.components.schemas;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}
