import { useEffect, useReducer } from 'react';
import type { Kept, Template } from '../api/types.ts';
import { begin, type History, type Step, step } from './history.ts';

/** A template that is being edited, with its past. What was not kept yet outlives a reload of the page. */
export function useDraft(kept: Kept): [History<Template>, (step: Step<Template>) => void] {
  const place = `wares.draft.${kept.id}`;
  const [history, move] = useReducer(step<Template>, undefined, () => {
    const draft = read(place, kept.version);
    return draft ? step(begin(kept.template), { do: 'change', with: () => draft }) : begin(kept.template);
  });
  useEffect(() => {
    if (history.now === kept.template) sessionStorage.removeItem(place);
    else sessionStorage.setItem(place, JSON.stringify({ version: kept.version, template: history.now }));
  }, [place, history.now, kept]);
  return [history, move];
}

function read(place: string, version: number): Template | undefined {
  const text = sessionStorage.getItem(place);
  if (text === null) return undefined;
  const draft = JSON.parse(text) as { version: number; template: Template };
  return draft.version === version ? draft.template : undefined;
}
