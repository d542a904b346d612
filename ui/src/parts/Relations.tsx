import type { Estimate } from '../api/types.ts';
import { formatCount } from './format.ts';
import classes from './Relations.module.css';
import { lay, type Relation, type Slot } from './relations.ts';

const BOX_WIDTH = 184;
const GAP_X = 60;
const GAP_Y = 26;
const LINE = 20;
const HEAD = 30;
/** Room for a line that passes between boxes. */
const PASS = 4;
const EDGE = 10;
/** How far a table that refers to itself reaches out for it. */
const LOOP = 26;

interface Box {
  x: number;
  y: number;
  height: number;
}

/** The tables as boxes, parents to the left, with a line for each column that refers to another table. */
export function Relations({ tables, relations }: Pick<Estimate, 'tables' | 'relations'>) {
  const layout = lay(
    tables.map((table) => table.name),
    relations,
  );
  const shown = (table: string) => {
    const columns = tables.find((one) => one.name === table)?.columns ?? [];
    return columns.filter((column) => column.primary || relations.some((one) => one.table === table && one.column === column.name));
  };
  const heightOf = (slot: Slot) => (slot.passes ? PASS : HEAD + Math.max(1, shown(slot.name).length) * LINE + 10);
  const { boxes, height } = placed(layout.columns, heightOf);
  const yOf = (table: string, column: string | undefined) => {
    const index = shown(table).findIndex((one) => (column === undefined ? one.primary : one.name === column));
    return (boxes.get(table)?.y ?? 0) + HEAD + Math.max(0, index) * LINE + LINE / 2;
  };
  const words = relations.map((one) => `${one.column} of ${one.table} is a key of ${one.to}`);
  return (
    <figure className={classes.frame}>
      <div className={classes.scroll}>
        <svg
          role="img"
          aria-label={words.length === 0 ? 'No table refers to another' : words.join('; ')}
          width={LOOP + layout.columns.length * (BOX_WIDTH + GAP_X) - GAP_X + 2 * EDGE}
          height={height}
          className={classes.drawing}
        >
          {[...layout.ways].map(([one, way]) => (
            <path
              key={`${one.table}.${one.column}`}
              d={pathOf(one, way, boxes, yOf(one.to, undefined), yOf(one.table, one.column))}
              className={classes.line}
            />
          ))}
          {tables.map((table) => {
            const box = boxes.get(table.name);
            if (!box) return null;
            return (
              <g key={table.name} transform={`translate(${box.x} ${box.y})`}>
                <rect width={BOX_WIDTH} height={box.height} rx={4} className={classes.box} />
                <text x={12} y={20} className={classes.name}>
                  {table.name}
                </text>
                <text x={BOX_WIDTH - 12} y={20} className={classes.rows} textAnchor="end">
                  {formatCount(table.rows)}
                </text>
                {shown(table.name).map((column, index) => (
                  <text key={column.name} x={12} y={HEAD + index * LINE + LINE / 2 + 4} className={classes.column}>
                    {column.name}
                    {column.primary && ' · key'}
                  </text>
                ))}
              </g>
            );
          })}
        </svg>
      </div>
      {words.length > 0 && (
        <details className={classes.words}>
          <summary>In words</summary>
          <ul>
            {words.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </details>
      )}
    </figure>
  );
}

/** Where everything stands: columns from left to right, each from above. */
function placed(columns: readonly Slot[][], heightOf: (slot: Slot) => number): { boxes: Map<string, Box>; height: number } {
  const boxes = new Map<string, Box>();
  let lowest = 0;
  columns.forEach((column, rank) => {
    let y = EDGE;
    for (const slot of column) {
      boxes.set(slot.name, { x: LOOP + EDGE + rank * (BOX_WIDTH + GAP_X), y, height: heightOf(slot) });
      lowest = Math.max(lowest, y + heightOf(slot));
      y += heightOf(slot) + GAP_Y;
    }
  });
  return { boxes, height: lowest + EDGE };
}

/** From the right of the table that is referred to, through the places kept for the line, to the left of the column that refers. */
function pathOf(one: Relation, way: readonly string[], boxes: ReadonlyMap<string, Box>, start: number, end: number): string {
  const [to, from] = [boxes.get(one.to), boxes.get(one.table)];
  if (!to || !from) return '';
  if (one.to === one.table) return `M${to.x} ${start}C${to.x - LOOP} ${start} ${to.x - LOOP} ${end} ${to.x} ${end}`;
  let [x, y] = [to.x + BOX_WIDTH, start];
  let path = `M${x} ${y}`;
  const bendTo = (nextX: number, nextY: number) => {
    const bend = Math.max(30, Math.abs(nextX - x) / 2);
    path += `C${x + bend} ${y} ${nextX - bend} ${nextY} ${nextX} ${nextY}`;
    [x, y] = [nextX, nextY];
  };
  for (const name of way.slice(1, -1)) {
    const box = boxes.get(name);
    if (!box) continue;
    bendTo(box.x, box.y + box.height / 2);
    x = box.x + BOX_WIDTH;
    path += `H${x}`;
  }
  bendTo(from.x, end);
  return path;
}
