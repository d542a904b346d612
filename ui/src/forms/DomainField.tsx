import { Autocomplete, Button, Group } from '@mantine/core';
import { usePacks } from '../api/about.ts';

const EXAMPLES = ['trail running shoes', 'coffee', 'board games'];

interface Props {
  value: string;
  onChange(value: string): void;
}

/** What the shop sells, in words; trades that are built in are offered, and any other words are taken too. */
export function DomainField({ value, onChange }: Props) {
  const packs = usePacks();
  const names = [...new Set(packs.data?.flatMap((pack) => [pack.name.replaceAll('-', ' '), ...pack.phrases]) ?? [])].sort();
  return (
    <div>
      <Autocomplete
        label="What the shop sells"
        placeholder="such as trail running shoes"
        data={names}
        limit={12}
        value={value}
        onChange={onChange}
        comboboxProps={{ transitionProps: { duration: 0 } }}
      />
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
