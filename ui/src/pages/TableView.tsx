import { Button, Group, NumberInput } from '@mantine/core';
import { useCallback, useRef, useState } from 'react';
import { PAGE_ROWS, type Source, usePages } from '../api/jobs.ts';
import { plural } from '../parts/format.ts';
import { type GridColumn, type GridHandle, RowGrid } from '../parts/RowGrid.tsx';

interface Props {
  source: Source;
  table: string;
  columns: readonly GridColumn[];
  rowsTotal: number;
  changed?: ReadonlySet<string>;
  height?: string;
}

/** All rows of a table, however many: scrolled, or gone to by number. Pages come as they are looked at. */
export function TableView({ source, table, columns, rowsTotal, changed, height = 'max(22rem, calc(100vh - 18rem))' }: Props) {
  const grid = useRef<GridHandle>(null);
  const [view, setView] = useState({ first: 0, end: 1 });
  const [row, setRow] = useState<number | string>('');
  const onView = useCallback((first: number, end: number) => setView({ first, end }), []);
  const numbers = pageNumbers(view.first, view.end, rowsTotal);
  const pages = usePages(source, table, numbers);
  const rowAt = (at: number) => pages[numbers.indexOf(Math.floor(at / PAGE_ROWS))]?.data?.rows[at % PAGE_ROWS];
  const jump = (to: number) => grid.current?.jump(to);
  return (
    <div>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (typeof row === 'number') jump(row);
        }}
      >
        <Group gap="xs" mb={6} wrap="wrap">
          <span style={{ marginRight: 'auto' }}>{plural(rowsTotal, 'row')}</span>
          <NumberInput
            size="xs"
            w={170}
            aria-label={`Row of ${table}, from 0 to ${rowsTotal - 1}`}
            placeholder="row, from 0"
            min={0}
            max={Math.max(0, rowsTotal - 1)}
            thousandSeparator=","
            allowDecimal={false}
            hideControls
            value={row}
            onChange={setRow}
          />
          <Button size="xs" variant="default" type="submit">
            Go to row
          </Button>
          <Button size="xs" variant="default" onClick={() => jump(0)}>
            First
          </Button>
          <Button size="xs" variant="default" onClick={() => jump(rowsTotal)}>
            Last
          </Button>
        </Group>
      </form>
      <RowGrid
        handle={grid}
        label={`Rows of ${table}`}
        columns={columns}
        rowsTotal={rowsTotal}
        rowAt={rowAt}
        onView={onView}
        changed={changed}
        height={height}
      />
    </div>
  );
}

/** The pages in which rows `first` to `end` lie; the first page too, since widths follow from it. */
export function pageNumbers(first: number, end: number, rowsTotal: number): number[] {
  const last = Math.max(0, Math.min(end, rowsTotal) - 1);
  const [from, to] = [Math.floor(first / PAGE_ROWS), Math.floor(last / PAGE_ROWS)];
  const seen = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return seen.includes(0) ? seen : [0, ...seen];
}
