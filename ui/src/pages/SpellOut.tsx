import { Button } from '@mantine/core';
import { useFirstRows } from '../api/jobs.ts';
import type { Column, Table, Template } from '../api/types.ts';
import { changeTable, type Edit } from '../forms/edits.ts';
import classes from './TemplateEditor.module.css';

/** Columns that the recipe brings are written out when somebody wants to change them. */
export function SpellOut({ template, at, table, onEdit }: { template: Template; at: number; table: Table; onEdit: Edit }) {
  const rows = useFirstRows({ template }, table.name, 1);
  const shown = rows.data?.table === table.name ? rows.data.columns : undefined;
  const spell = () => {
    const columns = shown?.map(({ name, primary }): Column => (primary ? { name, key: 'primary' } : { name }));
    if (columns) onEdit((now) => changeTable(now, at, { columns }));
  };
  return (
    <div className={classes.spell}>
      <p>
        The columns of {table.name} are those of its recipe{shown && `: ${shown.map((column) => column.name).join(', ')}`}.
      </p>
      <Button size="xs" variant="default" onClick={spell} disabled={!shown}>
        Write them out to change them
      </Button>
    </div>
  );
}
