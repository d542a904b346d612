import { useSessionStorage } from '@mantine/hooks';
import { useMemo } from 'react';

/** What was typed on a page, kept while the tab lives, so that going to another domain and back loses nothing. */
export function useKept<T extends object>(name: string, initial: T): [T, (change: Partial<T>) => void] {
  const [kept, setKept] = useSessionStorage<Partial<T>>({ key: `wares.${name}`, defaultValue: {}, getInitialValueInEffect: false });
  const value = useMemo(() => ({ ...initial, ...kept }), [initial, kept]);
  return [value, (change) => setKept((before) => ({ ...before, ...change }))];
}
