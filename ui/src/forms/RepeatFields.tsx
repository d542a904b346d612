import { TextInput } from '@mantine/core';
import { CountField } from './CountField.tsx';

export interface Repeat {
  seed: number;
  today: string;
}

/** Both as the server has them when nothing is said. */
export const REPEAT: Repeat = { seed: 42, today: '' };

/** What makes the same rows again: the seed and the day. */
export function RepeatFields({ value, onChange }: { value: Repeat; onChange(change: Partial<Repeat>): void }) {
  return (
    <>
      <CountField
        label="Seed"
        description="The same seed makes the same rows, another one makes others."
        value={value.seed}
        onChange={(seed) => onChange({ seed })}
        min={0}
        max={Number.MAX_SAFE_INTEGER}
      />
      <TextInput
        type="date"
        label="Day on which the data are looked at"
        description="Nothing happens after it. Empty: the current day."
        value={value.today}
        onChange={(event) => onChange({ today: event.currentTarget.value })}
      />
    </>
  );
}

/** As jobs have them: what is usual is left out. */
export function repeatOf({ seed, today }: Repeat): { seed?: number; today?: string } {
  return { ...(seed === REPEAT.seed ? {} : { seed }), ...(today === '' ? {} : { today }) };
}
