import { useDebouncedValue } from '@mantine/hooks';
import { useMemo } from 'react';

/** So long the typing rests before the server is asked. */
export const REST_MS = 40;

/** A value, once it has rested; the same object as long as it says the same. */
export function useSettled<T>(value: T | undefined): T | undefined {
  const [text] = useDebouncedValue(JSON.stringify(value), REST_MS);
  return useMemo(() => (text === undefined ? undefined : (JSON.parse(text) as T)), [text]);
}
