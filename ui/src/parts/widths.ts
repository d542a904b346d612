import { formatCount } from './format.ts';

/** What a width depends on: the heads, and some of the first rows. */
export interface Sampled {
  columns: readonly { name: string; type: string; primary: boolean }[];
  rows: readonly (readonly (string | null)[] | undefined)[];
  rowsTotal: number;
}

/** Pixels for which the widths are reckoned; fonts grow with the root's size, and so do the columns. */
const REM_PIXELS = 16;

/** Widths of a grid's columns in CSS, the row number first: by what stands in the first rows, so that short columns take little room. */
export function widths({ columns, rows, rowsTotal }: Sampled): string {
  const position = Math.max(48, formatCount(Math.max(0, rowsTotal - 1)).length * 7 + 18);
  const others = columns.map((column, index) => {
    const longest = Math.max(...rows.map((row) => row?.[index]?.length ?? 0), 4) * 7;
    const head = Math.max(column.name.length, column.type.length + (column.primary ? 6 : 0)) * 7.4;
    return Math.round(Math.min(320, Math.max(64, head, longest)) + 20);
  });
  return [position, ...others].map((width) => `${width / REM_PIXELS}rem`).join(' ');
}
