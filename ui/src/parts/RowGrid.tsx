import { useElementSize, useMergedRef } from '@mantine/hooks';
import { type KeyboardEvent, type Ref, type UIEvent, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react';
import { formatCount } from './format.ts';
import classes from './RowGrid.module.css';
import { afterKey, clampRow, firstRow, scrollTop, tall } from './tall.ts';
import { useRowWheel } from './useRowWheel.ts';
import { type Sampled, widths } from './widths.ts';

export interface GridColumn {
  name: string;
  type: string;
  primary: boolean;
  /** The table whose keys stand in it. */
  references?: string | null;
}

export type GridRow = readonly (string | null)[];

export interface GridHandle {
  /** Puts a row, counted from 0, at the upper edge. */
  jump(row: number): void;
}

interface Props {
  label: string;
  columns: readonly GridColumn[];
  rowsTotal: number;
  /** A row, or undefined while it is on its way. */
  rowAt(row: number): GridRow | undefined;
  /** Told which rows are in view: the first, and the one after the last. */
  onView?(first: number, end: number): void;
  /** Columns to be pointed out, by name. */
  changed?: ReadonlySet<string>;
  height: string;
  handle?: Ref<GridHandle>;
}

const ROW_PIXELS = 28;
const HEAD_PIXELS = 38;
const NUMBERS = new Set(['integer', 'decimal', 'money']);

/** Rows of a table of any length; only those in view are drawn. Wheel, keys and touch move by rows, the scroll bar over the whole table. */
export function RowGrid({ label, columns, rowsTotal, rowAt, onView, changed, height, handle }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const { ref: measured, height: viewHeight } = useElementSize<HTMLDivElement>();
  const merged = useMergedRef(frame, measured);
  const shape = useMemo(() => tall(rowsTotal, ROW_PIXELS, viewHeight - HEAD_PIXELS), [rowsTotal, viewHeight]);
  const scaled = shape.height < rowsTotal * ROW_PIXELS;
  const [wanted, setFirst] = useState(0);
  const first = clampRow(shape, wanted);
  // What the script set itself must not come back as the user's scrolling: it would be rounded to whole pixels.
  const own = useRef(0);

  const move = useMemo(
    () => (to: number | ((first: number) => number)) =>
      setFirst((before) => clampRow(shape, typeof to === 'number' ? to : to(clampRow(shape, before)))),
    [shape],
  );
  useImperativeHandle(handle, () => ({ jump: (row) => move(row) }), [move]);

  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const top = scrollTop(shape, first);
    if (Math.abs(element.scrollTop - top) < 1) return;
    own.current = Math.round(top);
    element.scrollTop = own.current;
  }, [shape, first]);

  const begin = Math.floor(first);
  const end = Math.min(rowsTotal, Math.ceil(first + shape.fit) + 1);
  useEffect(() => onView?.(begin, end), [onView, begin, end]);

  useRowWheel(frame, scaled, ROW_PIXELS, (rows) => move((before) => before + rows));

  const scrolled = (event: UIEvent<HTMLDivElement>) => {
    const at = event.currentTarget.scrollTop;
    if (Math.abs(at - own.current) < 1 && scaled) return;
    own.current = at;
    setFirst(firstRow(shape, at));
  };

  const pressed = (event: KeyboardEvent) => {
    const to = afterKey(shape, first, event.key);
    if (to === undefined || event.altKey || event.metaKey) return;
    event.preventDefault();
    setFirst(to);
  };

  const sizes = useWidths({ columns, rows: Array.from({ length: Math.min(20, rowsTotal) }, (_, row) => rowAt(row)), rowsTotal });
  const template = { gridTemplateColumns: sizes };
  const base = scrollTop(shape, first);
  const rows = Array.from({ length: Math.max(0, end - begin) }, (_, index) => begin + index);

  return (
    <div
      ref={merged}
      className={classes.frame}
      style={{ height }}
      onScroll={scrolled}
      onKeyDown={pressed}
      tabIndex={0}
      role="region"
      aria-label={label}
    >
      <div
        role="table"
        aria-label={label}
        aria-rowcount={rowsTotal < 2 ** 31 ? rowsTotal + 1 : -1}
        aria-colcount={columns.length + 1}
        className={classes.sheet}
        style={{ height: shape.height + HEAD_PIXELS, width: 'max-content' }}
      >
        <div role="row" aria-rowindex={1} className={`${classes.row} ${classes.head}`} style={template}>
          <div role="columnheader" className={`${classes.cell} ${classes.position}`}>
            row
          </div>
          {columns.map((column) => (
            <div
              key={column.name}
              role="columnheader"
              className={`${classes.cell} ${changed?.has(column.name) ? classes.changed : ''}`}
              title={title(column)}
            >
              {column.name}
              <span className={classes.type}>
                {column.primary && 'key · '}
                {column.type}
                {changed?.has(column.name) && ' · changed'}
              </span>
            </div>
          ))}
        </div>
        <div role="rowgroup" className={classes.body} style={{ top: HEAD_PIXELS + base + (begin - first) * ROW_PIXELS }}>
          {rows.map((row) => (
            <Row key={row} position={row} cells={rowAt(row)} columns={columns} style={template} changed={changed} />
          ))}
        </div>
      </div>
    </div>
  );
}

interface RowProps {
  position: number;
  cells: GridRow | undefined;
  columns: readonly GridColumn[];
  style: { gridTemplateColumns: string };
  changed: ReadonlySet<string> | undefined;
}

function Row({ position, cells, columns, style, changed }: RowProps) {
  return (
    <div role="row" aria-rowindex={position < 2 ** 31 ? position + 2 : undefined} className={classes.row} style={style}>
      <div role="rowheader" className={`${classes.cell} ${classes.position}`}>
        {formatCount(position)}
      </div>
      {columns.map((column, index) => {
        const cell = cells?.[index];
        const look = [classes.cell, NUMBERS.has(column.type) ? classes.number : '', changed?.has(column.name) ? classes.changed : ''];
        return (
          <div key={column.name} role="cell" className={look.join(' ')} title={cell ?? undefined} dir="auto">
            {cells === undefined ? '…' : cell === null || cell === undefined ? <span className={classes.none}>none</span> : cell}
          </div>
        );
      })}
    </div>
  );
}

function title(column: GridColumn): string {
  const parts = [`${column.name}: ${column.type}`];
  if (column.primary) parts.push('rows are known by it');
  if (column.references) parts.push(`a key of ${column.references}`);
  return parts.join('; ');
}

/** Widths are settled by the first rows that come, and stay as other rows come into view. */
function useWidths(sampled: Sampled): string {
  const names = sampled.columns.map((column) => column.name).join('\n');
  const [settled, setSettled] = useState({ names: '', widths: '' });
  if (settled.names === names) return settled.widths;
  const now = widths(sampled);
  if (sampled.rows[0] !== undefined) setSettled({ names, widths: now });
  return now;
}
