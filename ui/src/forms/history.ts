/** A document with its past, for undo and redo. */
export interface History<T> {
  past: readonly T[];
  now: T;
  future: readonly T[];
  /** What the last step was about; steps about the same thing are one. */
  about?: string | undefined;
}

export type Step<T> =
  | { do: 'change'; with: (now: T) => T; about?: string | undefined }
  | { do: 'undo' }
  | { do: 'redo' }
  /** Begins anew: another document. */
  | { do: 'open'; to: T };

/** Steps that are kept; a step is a whole document. */
const MOST_STEPS = 200;

export function begin<T>(now: T): History<T> {
  return { past: [], now, future: [] };
}

export function step<T>(history: History<T>, step: Step<T>): History<T> {
  const { past, now, future, about } = history;
  switch (step.do) {
    case 'change': {
      const to = step.with(now);
      if (to === now) return history;
      // Typing into one field is one step.
      const joined = step.about !== undefined && step.about === about;
      return { past: joined ? past : [...past, now].slice(-MOST_STEPS), now: to, future: [], about: step.about };
    }
    case 'undo': {
      const before = past.at(-1);
      return before === undefined ? history : { past: past.slice(0, -1), now: before, future: [now, ...future] };
    }
    case 'redo': {
      const [after, ...rest] = future;
      return after === undefined ? history : { past: [...past, now], now: after, future: rest };
    }
    case 'open':
      return begin(step.to);
  }
}
