import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, client } from './client.ts';
import type { DesignAsked, Kept, Template } from './types.ts';

export function useTemplates() {
  return useQuery({ queryKey: ['templates'], queryFn: ({ signal }) => answer(client.GET('/api/templates', { signal })) });
}

/** The latest version of a template. */
export function useTemplate(id: string | undefined) {
  return useQuery({
    queryKey: ['template', id],
    queryFn: ({ signal }) => answer(client.GET('/api/templates/{id}', { params: { path: { id: id ?? '' } }, signal })),
    enabled: id !== undefined,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY, // Only this page changes it.
  });
}

/** An earlier version of a template. */
export function useVersion(id: string, version: number) {
  return useQuery({
    queryKey: ['template', id, version],
    queryFn: ({ signal }) => answer(client.GET('/api/templates/{id}/versions/{version}', { params: { path: { id, version } }, signal })),
    enabled: version > 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Has a template made of words. A language model's work is a run: then only its id comes. */
export function useDesign() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (asked: DesignAsked) => answer(client.POST('/api/templates', { body: asked })),
    onSuccess: (made) => {
      if ('template' in made) remember(cache, made);
    },
  });
}

/** What a language model's design would take. */
export function useQuote(asked: DesignAsked | undefined) {
  return useQuery({
    queryKey: ['quote', asked],
    queryFn: ({ signal }) => answer(client.POST('/api/templates/quote', { body: asked as DesignAsked, signal })),
    enabled: asked !== undefined,
    retry: false,
  });
}

/** What an import is made of: a template, or an uploaded file. */
export type Imported = { template: Template } | { upload: string };

export function useImport() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (from: Imported) => answer(client.POST('/api/templates/import', { body: from })),
    onSuccess: (kept) => remember(cache, kept),
  });
}

/** Keeps a template as a new version. */
export function useSave(id: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (template: Template) => answer(client.PUT('/api/templates/{id}', { params: { path: { id } }, body: { template } })),
    onSuccess: (kept) => remember(cache, kept),
  });
}

export function useRemoveTemplate() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => answer(client.DELETE('/api/templates/{id}', { params: { path: { id } } })),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['templates'] }),
  });
}

/** All that is wrong with a template, and what would be decided for the user. */
export function useCheck(template: Template) {
  return useQuery({
    queryKey: ['check', template],
    queryFn: ({ signal }) => answer(client.POST('/api/check', { body: { template }, signal })),
    placeholderData: keepPreviousData,
    retry: false,
  });
}

/** What differs between two templates, in words. */
export function useDifference(before: Template | undefined, after: Template) {
  return useQuery({
    queryKey: ['diff', before, after],
    queryFn: ({ signal }) => answer(client.POST('/api/diff', { body: { before: before as Template, after }, signal })),
    enabled: before !== undefined,
    placeholderData: keepPreviousData,
    retry: false,
  });
}

/** Changes a template by words; nothing is kept. */
export function useRefine() {
  return useMutation({
    mutationFn: (asked: { template: Template; instructions: string; by: 'pack' | 'llm' }) =>
      answer(client.POST('/api/refine', { body: asked })),
  });
}

function remember(cache: ReturnType<typeof useQueryClient>, kept: Kept) {
  cache.setQueryData(['template', kept.id], kept);
  cache.setQueryData(['template', kept.id, kept.version], kept);
  cache.invalidateQueries({ queryKey: ['templates'] });
}
