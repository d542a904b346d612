interface Relation {
  table: string;
  to: string;
}

/** Tables in columns from left to right: each stands right of all that it refers to. A circle is cut where it closes. */
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
  const columns: string[][] = [];
  for (const table of tables) {
    const rank = rankOf(table, []);
    while (columns.length <= rank) columns.push([]);
    columns[rank]?.push(table);
  }
  return columns;
}
