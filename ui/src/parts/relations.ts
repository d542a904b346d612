export interface Relation {
  table: string;
  column: string;
  to: string;
}

/** A place in a column of the drawing: a table, or room for a line that passes between tables. */
export interface Slot {
  /** The table, or the relation that passes. */
  name: string;
  passes: boolean;
}

/** Tables in columns from left to right, and the way of each relation over them: from the table referred to, to the one that refers. */
export interface Layout {
  columns: Slot[][];
  ways: Map<Relation, string[]>;
}

/** How often the order within columns is looked over, so that lines cross little. */
const SWEEPS = 8;

/** Each table stands right of all that it refers to; a line over more than one column has a place of its own in those between. */
export function lay(tables: readonly string[], relations: readonly Relation[]): Layout {
  const ranks = ranksOf(tables, relations);
  const columns: Slot[][] = Array.from({ length: Math.max(0, ...ranks.values()) + 1 }, () => []);
  for (const table of tables) columns[ranks.get(table) ?? 0]?.push({ name: table, passes: false });
  const ways = new Map<Relation, string[]>();
  const near: [string, string][] = [];
  for (const one of relations) {
    const [from, to] = [ranks.get(one.to), ranks.get(one.table)];
    if (from === undefined || to === undefined) continue;
    const way = [one.to];
    for (let rank = from + 1; rank < to; rank += 1) {
      const name = `${one.table}.${one.column} at ${rank}`;
      columns[rank]?.push({ name, passes: true });
      way.push(name);
    }
    way.push(one.table);
    ways.set(one, way);
    if (one.to === one.table) continue;
    way.slice(1).forEach((name, index) => {
      near.push([way[index] ?? '', name]);
    });
  }
  return { columns: untangled(columns, near), ways };
}

/** The column of each table. A circle of references is cut where it closes. */
function ranksOf(tables: readonly string[], relations: readonly Relation[]): Map<string, number> {
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
  // What refers to nothing stands near to what refers to it.
  for (const table of tables) {
    const children = relations.filter((one) => one.to === table && one.table !== table).map((one) => ranks.get(one.table) ?? 0);
    if (ranks.get(table) === 0 && children.length > 0) ranks.set(table, Math.max(0, Math.min(...children) - 1));
  }
  return ranks;
}

/** Moves each slot to the middle of what it is joined to in the columns beside it, from the left and from the right in turn. */
function untangled(columns: Slot[][], near: readonly (readonly [string, string])[]): Slot[][] {
  const at = new Map<string, number>();
  const settle = (column: Slot[]) => {
    column.forEach((slot, index) => {
      at.set(slot.name, (index + 0.5) / column.length);
    });
  };
  columns.forEach(settle);
  const middle = (name: string, fromLeft: boolean): number => {
    const joined = near.flatMap(([left, right]) => (fromLeft && right === name ? [left] : !fromLeft && left === name ? [right] : []));
    if (joined.length === 0) return at.get(name) ?? 0;
    return joined.reduce((sum, other) => sum + (at.get(other) ?? 0), 0) / joined.length;
  };
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const fromLeft = sweep % 2 === 0;
    for (const column of fromLeft ? columns : [...columns].reverse()) {
      const wanted = new Map(column.map((slot) => [slot.name, middle(slot.name, fromLeft)]));
      column.sort((one, other) => (wanted.get(one.name) ?? 0) - (wanted.get(other.name) ?? 0));
      settle(column);
    }
  }
  return columns;
}
