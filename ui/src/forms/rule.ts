import type { Column } from '../api/types.ts';

export type Fill = NonNullable<Column['fill']>;

/** The name of a rule: `number` of `{"number": {...}}`. */
export function kindOf(fill: Fill | null | undefined): string | undefined {
  if (fill == null) return undefined;
  return typeof fill === 'string' ? fill : Object.keys(fill)[0];
}

/** What stands behind the name. */
export function insideOf(fill: Fill | null | undefined): unknown {
  if (fill == null || typeof fill === 'string') return undefined;
  return Object.values(fill)[0];
}

/** A rule for people: `number: min 0, max 12`. */
export function inWords(fill: Fill | null | undefined): string {
  const kind = kindOf(fill);
  if (kind === undefined) return 'by its name';
  const inside = insideOf(fill);
  const name = kind.replaceAll('_', ' ');
  return inside === undefined ? name : `${name}: ${said(inside)}`;
}

function said(value: unknown): string {
  if (Array.isArray(value)) {
    const few = value.slice(0, 3).map(said).join(', ');
    return value.length > 3 ? `${few} … (${value.length})` : few;
  }
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value);
    return fields.map(([name, inner]) => (fields.length === 1 ? said(inner) : `${name.replaceAll('_', ' ')} ${said(inner)}`)).join(', ');
  }
  return String(value).replaceAll('_', ' ');
}

/** A sample as it was typed: numbers and truth values as such, everything else as text. */
export function readSample(text: string): unknown {
  if (/^-?(0|[1-9]\d{0,14})(\.\d+)?$/.test(text)) return Number(text);
  if (text === 'true' || text === 'false') return text === 'true';
  return text;
}
