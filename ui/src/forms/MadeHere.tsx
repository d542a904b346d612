import { NativeSelect } from '@mantine/core';
import { fileUrl, useRuns } from '../api/runs.ts';

/** Files longer than this are better taken away and brought again: they go through the browser. */
const MOST_BYTES = 200_000_000;

interface Props {
  label: string;
  /** Told the file, fetched from its run. */
  onChoose(file: File): void;
  onTrouble(error: unknown): void;
}

/** Files that were made here, to be used again without a way over the disk. */
export function MadeHere({ label, onChoose, onTrouble }: Props) {
  const runs = useRuns();
  const files = (runs.data ?? []).flatMap((run) =>
    run.state === 'done'
      ? run.files.filter((file) => file.name.endsWith('.csv') && file.bytes <= MOST_BYTES).map((file) => ({ run, file }))
      : [],
  );
  if (files.length === 0) return null;
  const choose = async (index: number) => {
    const chosen = files[index];
    if (!chosen) return;
    try {
      const response = await fetch(fileUrl(chosen.run.id, chosen.file.name));
      if (!response.ok) throw new Error(`${chosen.file.name} is not there any more`);
      onChoose(new File([await response.blob()], chosen.file.name));
    } catch (error) {
      onTrouble(error);
    }
  };
  return (
    <NativeSelect
      size="xs"
      mt={6}
      aria-label={label}
      value=""
      onChange={(event) => choose(Number(event.currentTarget.value))}
      data={[
        { value: '', label: 'or use a file that was made here' },
        ...files.map(({ run, file }, index) => ({
          value: String(index),
          label: `${file.name} of ${run.title}, ${run.createdAt.slice(0, 16).replace('T', ' ')}`,
        })),
      ]}
    />
  );
}
