interface Relation {
  table: string;
  to: string;
}

/** Tables in columns from left to right: each stands right of all that it refers to, and near to what refers to it. A circle is cut where it closes. */
export function lay(tables: readonly string[], relations: readonly Relation[]): string[][] {
  const ranks = new Map<string, number>();
  const rankOf = (table: string, seen: readonly string[]): number => {
    const known = ranks.get(table);
    if (known !== undefined) return known;
    const parents = relations.filter((one) => one.table === table && one.to !== table && tables.includes(one.to) && !seen.includes(one.to));
    const rank = parents.length === 0 ? 0 : 1 + Math.max(...parents.map((one) => rankOf(one.to, [...seen, table])));
    ranks.set(table, rank);
    return rank;
  };
  for (const table of tables) rankOf(table, []);
  const columns: string[][] = [];
  for (const table of tables) {
    const own = ranks.get(table) ?? 0;
    const children = relations.filter((one) => one.to === table && one.table !== table).map((one) => ranks.get(one.table) ?? 0);
    const rank = own === 0 && children.length > 0 ? Math.max(0, Math.min(...children) - 1) : own;
    while (columns.length <= rank) columns.push([]);
    columns[rank]?.push(table);
  }
  return columns;
}
