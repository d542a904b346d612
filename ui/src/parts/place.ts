import type { Finding } from '../api/types.ts';

/** Where in a template a finding stands: a table, and a column of it. */
export interface At {
  table: number;
  column?: number;
  /** The field of the column: `samples`, `type`, `fill.number.min`. */
  field?: string;
}

/** Reads `tables[0].columns[3].samples`; undefined for any other place. */
export function readPlace(place: string): At | undefined {
  const match = /^tables\[(\d+)\](?:\.columns\[(\d+)\](?:\.(.+))?)?/.exec(place);
  if (!match) return undefined;
  const at: At = { table: Number(match[1]) };
  if (match[2] !== undefined) at.column = Number(match[2]);
  if (match[3] !== undefined) at.field = match[3];
  return at;
}

const NONE: readonly Finding[] = [];

/** The findings of one column of one table; the same empty list wherever there are none. */
export function ofColumn(findings: readonly Finding[], table: number, column: number): readonly Finding[] {
  const found = findings.filter((finding) => {
    const at = readPlace(finding.place);
    return at?.table === table && at.column === column;
  });
  return found.length === 0 ? NONE : found;
}

/** The findings that no column shows. */
export function elsewhere(findings: readonly Finding[], table: number): Finding[] {
  return findings.filter((finding) => {
    const at = readPlace(finding.place);
    return at?.column === undefined || at.table !== table;
  });
}
