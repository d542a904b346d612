import { Button, Group, TextInput } from '@mantine/core';
import { useId } from 'react';
import { usePacks } from '../api/about.ts';

const EXAMPLES = ['trail running shoes', 'coffee', 'board games'];

interface Props {
  value: string;
  onChange(value: string): void;
}

/** What the shop sells, in words; trades that are built in are offered, and any other words are taken too. */
export function DomainField({ value, onChange }: Props) {
  const packs = usePacks();
  const list = useId();
  const names = [...new Set(packs.data?.flatMap((pack) => [pack.name.replaceAll('-', ' '), ...pack.phrases]) ?? [])].sort();
  return (
    <div>
      <TextInput
        label="What the shop sells"
        placeholder="such as trail running shoes"
        list={list}
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <datalist id={list}>
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {value === '' && (
        <Group gap={6} mt={6}>
          {EXAMPLES.map((example) => (
            <Button key={example} size="compact-xs" variant="default" onClick={() => onChange(example)}>
              {example}
            </Button>
          ))}
        </Group>
      )}
    </div>
  );
}
