import { SegmentedControl, Text } from '@mantine/core';

interface Props<T extends string> {
  label: string;
  /** What can be chosen, with what it is called. */
  options: Record<T, string>;
  value: T;
  onChange(value: T): void;
  /** Whether the label is left to those who do not see: the options say enough to the others. */
  isPlain?: boolean;
}

/** One of a few things, all in sight. */
export function ChoiceField<T extends string>({ label, options, value, onChange, isPlain = false }: Props<T>) {
  const control = (
    <SegmentedControl<T>
      aria-label={label}
      fullWidth
      size="xs"
      data={(Object.keys(options) as T[]).map((option) => ({ value: option, label: options[option] }))}
      value={value}
      onChange={onChange}
    />
  );
  if (isPlain) return control;
  return (
    <div>
      <Text size="sm" fw={600} mb={4} component="div">
        {label}
      </Text>
      {control}
    </div>
  );
}
