import type { Column, Table, Template } from '../api/types.ts';

/** Changes of a template; each gives a new one and leaves the old as it is. */

/** Takes a change; changes about the same thing are one step to undo. */
export type Edit = (change: (now: Template) => Template, about?: string) => void;

export function changeTable(template: Template, table: number, change: Partial<Table>): Template {
  return { ...template, tables: template.tables.map((one, index) => (index === table ? { ...one, ...change } : one)) };
}

/** A field that becomes undefined goes out of the document. */
export function changeColumn(template: Template, table: number, column: number, change: Partial<Column>): Template {
  return withColumns(template, table, (columns) => columns.map((one, index) => (index === column ? tidied({ ...one, ...change }) : one)));
}

/** A column of this name, or of one like it where the name is taken. */
export function addColumn(template: Template, table: number, name: string): Template {
  return withColumns(template, table, (columns) => [...columns, { name: freeName(columns, name) }]);
}

export function removeColumn(template: Template, table: number, column: number): Template {
  return withColumns(template, table, (columns) => columns.filter((_, index) => index !== column));
}

export function moveColumn(template: Template, table: number, from: number, to: number): Template {
  return withColumns(template, table, (columns) => {
    const rest = columns.filter((_, index) => index !== from);
    const moved = columns[from];
    return moved === undefined ? columns : [...rest.slice(0, to), moved, ...rest.slice(to)];
  });
}

/** A name that none of the columns has: `column`, `column2` ... */
export function freeName(columns: readonly Column[], wanted: string): string {
  const names = new Set(columns.map((column) => column.name));
  if (!names.has(wanted)) return wanted;
  let number = 2;
  while (names.has(`${wanted}${number}`)) number += 1;
  return `${wanted}${number}`;
}

function withColumns(template: Template, table: number, change: (columns: Column[]) => Column[]): Template {
  const columns = template.tables[table]?.columns;
  return columns ? changeTable(template, table, { columns: change(columns) }) : template;
}

function tidied(column: Column): Column {
  return Object.fromEntries(Object.entries(column).filter(([, value]) => value !== undefined)) as Column;
}
