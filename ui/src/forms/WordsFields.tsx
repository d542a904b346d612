import { TextInput } from '@mantine/core';
import { DomainField } from './DomainField.tsx';

export interface Words {
  domain: string;
  variant: string;
}

/** What is sold, and which kind of it, in words. */
export function WordsFields({ value, onChange }: { value: Words; onChange(change: Partial<Words>): void }) {
  return (
    <>
      <DomainField value={value.domain} onChange={(domain) => onChange({ domain })} />
      <TextInput
        label="Variant"
        description="A narrower kind; may stay empty."
        placeholder="such as women's"
        value={value.variant}
        onChange={(event) => onChange({ variant: event.currentTarget.value })}
      />
    </>
  );
}

/** As jobs have them: trimmed, without what is empty; undefined where nothing is said of what is sold. */
export function wordsOf({ domain, variant }: Words): { domain: string; variant?: string } | undefined {
  const [what, kind] = [domain.trim(), variant.trim()];
  if (what === '') return undefined;
  return kind === '' ? { domain: what } : { domain: what, variant: kind };
}
