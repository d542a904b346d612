import { Slider } from '@mantine/core';
import { formatCount } from '../parts/format.ts';
import { CountField } from './CountField.tsx';
import { fromStep, STEPS_A_DECADE, toStep } from './size.ts';

interface Props {
  label: string;
  value: number;
  onChange(value: number): void;
  most: number;
}

/** A number of rows, by a slider in which each part of the way is ten times the part before, or typed. */
export function SizeField({ label, value, onChange, most }: Props) {
  return (
    <div>
      <CountField label={label} value={value} onChange={onChange} max={most} />
      <Slider
        mt={8}
        size="sm"
        thumbLabel={`${label}, by slider`}
        min={0}
        max={toStep(most)}
        step={1}
        value={toStep(value)}
        onChange={(step) => onChange(fromStep(step))}
        label={(step) => formatCount(fromStep(step))}
        marks={Array.from({ length: toStep(most) / STEPS_A_DECADE + 1 }, (_, decade) => ({ value: decade * STEPS_A_DECADE }))}
      />
    </div>
  );
}
