import type { Estimate } from '../api/types.ts';
import { formatCount } from './format.ts';
import classes from './Relations.module.css';
import { lay } from './relations.ts';

const BOX_WIDTH = 210;
const GAP_X = 90;
const GAP_Y = 28;
const LINE = 20;
const HEAD = 30;

/** The tables as boxes, parents to the left, with a line for each column that refers to another table. */
export function Relations({ tables, relations }: Pick<Estimate, 'tables' | 'relations'>) {
  const ranks = lay(
    tables.map((table) => table.name),
    relations,
  );
  const shown = (table: string) => {
    const columns = tables.find((one) => one.name === table)?.columns ?? [];
    return columns.filter((column) => column.primary || relations.some((one) => one.table === table && one.column === column.name));
  };
  const heightOf = (table: string) => HEAD + Math.max(1, shown(table).length) * LINE + 10;
  const boxes = new Map<string, { x: number; y: number; height: number }>();
  let tallest = 0;
  ranks.forEach((names, rank) => {
    let y = 10;
    for (const name of names) {
      boxes.set(name, { x: 10 + rank * (BOX_WIDTH + GAP_X), y, height: heightOf(name) });
      y += heightOf(name) + GAP_Y;
    }
    tallest = Math.max(tallest, y);
  });
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
          width={ranks.length * (BOX_WIDTH + GAP_X) - GAP_X + 20}
          height={tallest}
          className={classes.drawing}
        >
          {relations.map((one) => {
            const [from, to] = [boxes.get(one.table), boxes.get(one.to)];
            if (!from || !to) return null;
            const [x1, y1, x2, y2] = [to.x + BOX_WIDTH, yOf(one.to, undefined), from.x, yOf(one.table, one.column)];
            const bend = Math.max(40, Math.abs(x2 - x1) / 2);
            return (
              <path
                key={`${one.table}.${one.column}`}
                d={`M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`}
                className={classes.line}
              />
            );
          })}
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
        <figcaption>
          <ul>
            {words.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </figcaption>
      )}
    </figure>
  );
}
