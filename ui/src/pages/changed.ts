import type { Preview } from '../api/types.ts';

/** The columns that are new, or of which a cell differs, between two answers about the same rows. */
export function changedColumns(before: Preview, now: Preview): Set<string> {
  const rows = Math.min(before.rows.length, now.rows.length);
  const changed = now.columns.filter(({ name, type }, index) => {
    const old = before.columns.findIndex((column) => column.name === name);
    if (old < 0 || before.columns[old]?.type !== type) return true;
    return Array.from({ length: rows }).some((_, row) => before.rows[row]?.[old] !== now.rows[row]?.[index]);
  });
  return new Set(changed.map((column) => column.name));
}
