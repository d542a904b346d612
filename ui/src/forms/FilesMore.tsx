import { Switch } from '@mantine/core';
import { More } from './More.tsx';
import { type Repeat, RepeatFields } from './RepeatFields.tsx';

type Value = Repeat & { strict: boolean };

/** What few need of a job with files: what becomes of rows that cannot be used, seed and day. */
export function FilesMore({ value, onChange }: { value: Value; onChange(change: Partial<Value>): void }) {
  return (
    <More title="Rows left out, seed and day">
      <Switch
        label="Refuse files with rows that would be left out"
        checked={value.strict}
        onChange={(event) => onChange({ strict: event.currentTarget.checked })}
      />
      <RepeatFields value={value} onChange={onChange} />
    </More>
  );
}
