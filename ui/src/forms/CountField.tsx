import { NumberInput } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  label: string;
  value: number;
  onChange(value: number): void;
  min?: number;
  max?: number;
  description?: ReactNode;
  error?: ReactNode;
}

/** A whole number; while the field is empty the last number stands. */
export function CountField({ label, value, onChange, min = 1, max = 100_000_000_000, description, error }: Props) {
  return (
    <NumberInput
      label={label}
      description={description}
      error={error}
      value={value}
      onChange={(next) => typeof next === 'number' && onChange(next)}
      min={min}
      max={max}
      clampBehavior="blur"
      allowDecimal={false}
      allowNegative={false}
      thousandSeparator=","
      stepHoldDelay={400}
      stepHoldInterval={60}
      step={value >= 1000 ? 1000 : 10}
    />
  );
}
