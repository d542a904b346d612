import { useSessionStorage } from '@mantine/hooks';
import { useMemo } from 'react';

/** What changes: some fields, or fields that follow from what stands there by then. */
export type Changing<T> = Partial<T> | ((now: T) => Partial<T>);

/** What was typed on a page, kept while the tab lives, so that going to another domain and back loses nothing. */
export function useKept<T extends object>(name: string, initial: T): [T, (change: Changing<T>) => void] {
  const [kept, setKept] = useSessionStorage<Partial<T>>({ key: `wares.${name}`, defaultValue: {}, getInitialValueInEffect: false });
  const value = useMemo(() => ({ ...initial, ...kept }), [initial, kept]);
  const change = (change: Changing<T>) =>
    setKept((before) => ({ ...before, ...(typeof change === 'function' ? change({ ...initial, ...before }) : change) }));
  return [value, change];
}
