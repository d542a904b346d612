import { useMutation } from '@tanstack/react-query';
import { Refused } from '../api/client.ts';
import { type Imported, useImport } from '../api/templates.ts';
import type { Kept } from '../api/types.ts';
import { sendFile } from '../api/uploads.ts';
import { jsonTrouble } from './jsonPlace.ts';

/** Makes a kept template of a file: a configuration, rows, or a schema. */
export function useOpenFile(opened: (kept: Kept) => void) {
  const make = useImport();
  const open = useMutation({
    mutationFn: async (file: File) => make.mutateAsync(await asImport(file)),
    onSuccess: opened,
  });
  return { read: open.mutate, isReading: open.isPending, error: open.error };
}

/** A configuration goes as it is; what is no JSON is told here, with its place. Everything else is recognized by the server. */
async function asImport(file: File): Promise<Imported> {
  if (!file.name.toLowerCase().endsWith('.json')) return uploaded(file);
  const text = await file.text();
  const trouble = jsonTrouble(text);
  if (trouble !== undefined) {
    const hint = 'open it in an editor and mend that place, or export it again';
    throw new Refused({ status: 400, title: 'Bad Request', detail: `${file.name} is not JSON; ${trouble}`, hint });
  }
  const value: unknown = JSON.parse(text);
  const isTemplate = typeof value === 'object' && value !== null && 'tables' in value;
  return isTemplate ? { template: value as never } : uploaded(file);
}

async function uploaded(file: File): Promise<Imported> {
  const upload = await sendFile(file, file.name, () => {}, new AbortController().signal);
  return { upload: upload.id };
}
