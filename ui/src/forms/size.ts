/** Steps of a slider from a number to ten times it. */
export const STEPS_A_DECADE = 18;

/** The step of a slider that is nearest to a number of rows. */
export function toStep(rows: number): number {
  return Math.round(Math.log10(Math.max(1, rows)) * STEPS_A_DECADE);
}

/** The number of rows at a step, in two digits: 1, 10, 110, 1,300. */
export function fromStep(step: number): number {
  const exact = 10 ** (step / STEPS_A_DECADE);
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(exact) + 1e-9) - 1);
  return Math.max(1, Math.round(exact / unit) * unit);
}
