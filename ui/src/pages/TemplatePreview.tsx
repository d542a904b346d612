import { Skeleton } from '@mantine/core';
import { useState } from 'react';
import { useFirstRows } from '../api/jobs.ts';
import type { Preview, Template } from '../api/types.ts';
import { Empty } from '../parts/Empty.tsx';
import { Trouble } from '../parts/Trouble.tsx';
import { changedColumns } from './changed.ts';
import { TableView } from './TableView.tsx';

const ROWS = 100;

/** The rows of a table of the template as it stands. Columns whose values differ from before the last edit are pointed out. */
export function TemplatePreview({ template, table, isSound }: { template: Template; table: string; isSound: boolean }) {
  const rows = useFirstRows({ template }, table, ROWS);
  const changed = useChanged(rows.isPlaceholderData ? undefined : rows.data);
  if (rows.error) {
    if (isSound) return <Trouble error={rows.error} retry={rows.refetch} />;
    return <Empty title="Rows come back when the problems are mended">Each problem stands at its column.</Empty>;
  }
  if (!rows.data || rows.data.table !== table) return <Skeleton height={320} />;
  return <TableView source={{ template }} table={table} columns={rows.data.columns} rowsTotal={rows.data.rowsTotal} changed={changed} />;
}

/** Which columns the last answer changed, against the answer before. */
function useChanged(now: Preview | undefined): ReadonlySet<string> {
  const [seen, setSeen] = useState<{ now?: Preview; changed: ReadonlySet<string> }>({ changed: new Set() });
  if (now !== undefined && now !== seen.now) {
    setSeen({ now, changed: seen.now?.table === now.table ? changedColumns(seen.now, now) : new Set() });
  }
  return seen.changed;
}
