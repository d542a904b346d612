import { Anchor, Button, Group, SegmentedControl } from '@mantine/core';
import { useDebouncedValue, useDocumentTitle, useHotkeys } from '@mantine/hooks';
import { useCallback, useMemo, useState } from 'react';
import { Link } from 'wouter';
import { useTypes } from '../api/about.ts';
import { useCheck, useSave } from '../api/templates.ts';
import type { Job, Kept, Template } from '../api/types.ts';
import { ColumnsTable } from '../forms/ColumnsTable.tsx';
import { CountField } from '../forms/CountField.tsx';
import { changeTable, type Edit } from '../forms/edits.ts';
import { TalkForm } from '../forms/TalkForm.tsx';
import { useDraft } from '../forms/useDraft.ts';
import { Findings } from '../parts/Findings.tsx';
import { elsewhere } from '../parts/place.ts';
import { Trouble } from '../parts/Trouble.tsx';
import { Differences } from './Differences.tsx';
import { Generate } from './Generate.tsx';
import { JobCosts } from './JobCosts.tsx';
import { SpellOut } from './SpellOut.tsx';
import classes from './TemplateEditor.module.css';
import { TemplatePreview } from './TemplatePreview.tsx';
import { REST_MS } from './useSettled.ts';

const NO_TYPES: readonly string[] = [];

/** A template with all its columns, and its rows beside them. */
export function TemplateEditor({ kept }: { kept: Kept }) {
  const [history, move] = useDraft(kept);
  const template = history.now;
  const [settled] = useDebouncedValue(template, REST_MS);
  const [wanted, setWanted] = useState(0);
  const at = Math.min(wanted, template.tables.length - 1);
  const table = template.tables[at];
  const check = useCheck(settled);
  const types = useTypes();
  const save = useSave(kept.id);
  const problems = check.data?.problems ?? [];
  const edit: Edit = useCallback((change, about) => move({ do: 'change', with: change, about }), [move]);
  useDocumentTitle(`${template.name} · Wares`);
  useHotkeys(
    [
      ['mod+z', () => move({ do: 'undo' })],
      ['mod+shift+z', () => move({ do: 'redo' })],
      ['mod+y', () => move({ do: 'redo' })],
    ],
    [],
  );
  const isSound = problems.length === 0;
  const job = useMemo(() => (isSound ? jobOf(settled) : undefined), [isSound, settled]);
  const isChanged = template !== kept.template;
  return (
    <main className={classes.page} id="content" tabIndex={-1}>
      <header className={classes.header}>
        <h1>{template.name}</h1>
        <p>
          {[template.domain, template.variant].filter(Boolean).join(', ')} · version {kept.version}
          {isChanged && ', changed'}
        </p>
        <Group gap="xs" className={classes.actions}>
          <Button size="xs" variant="default" onClick={() => move({ do: 'undo' })} disabled={history.past.length === 0} title="Ctrl+Z">
            Undo
          </Button>
          <Button
            size="xs"
            variant="default"
            onClick={() => move({ do: 'redo' })}
            disabled={history.future.length === 0}
            title="Ctrl+Shift+Z"
          >
            Redo
          </Button>
          <Button
            size="xs"
            onClick={() => save.mutate(template, { onSuccess: (kept) => move({ do: 'open', to: kept.template }) })}
            disabled={!isChanged}
            loading={save.isPending}
          >
            Keep as version {kept.version + 1}
          </Button>
          <Button size="xs" variant="default" onClick={() => takeAway(template)}>
            Export JSON
          </Button>
          <Anchor component={Link} href="/template" size="sm">
            Other templates
          </Anchor>
        </Group>
      </header>
      {save.error && <Trouble error={save.error} />}
      <section className={classes.form} aria-label="Columns">
        {template.tables.length > 1 && (
          <SegmentedControl
            aria-label="Table"
            size="xs"
            data={template.tables.map((table, index) => ({ value: String(index), label: table.name }))}
            value={String(at)}
            onChange={(value) => setWanted(Number(value))}
          />
        )}
        <TalkForm template={template} onChange={(to) => edit(() => to)} />
        {check.error && <Trouble error={check.error} retry={check.refetch} />}
        <Findings title={`${problems.length} to mend`} findings={elsewhere(problems, at)} />
        {table?.columns ? (
          <ColumnsTable
            at={at}
            table={table}
            columns={table.columns}
            types={types.data?.types ?? NO_TYPES}
            problems={problems}
            notes={check.data?.notes ?? []}
            onEdit={edit}
          />
        ) : (
          table && <SpellOut template={template} at={at} table={table} onEdit={edit} />
        )}
        <Differences kept={kept} template={settled} />
      </section>
      <section className={classes.outcome} aria-label="Rows">
        {table?.rows != null && (
          <Group align="flex-end" gap="xs">
            <CountField
              label={`Rows of ${table.name}`}
              value={table.rows}
              onChange={(rows) => edit((now) => changeTable(now, at, { rows }), `${at}.rows`)}
            />
          </Group>
        )}
        {table && <TemplatePreview template={settled} table={table.name} isSound={isSound} />}
        <Generate job={job} label={template.tables.length > 1 ? 'Generate all tables' : `Generate ${table?.name}`} />
        <JobCosts job={job} />
      </section>
    </main>
  );
}

function jobOf(template: Template): Job {
  const [table, ...more] = template.tables;
  if (table?.recipe === 'products' && more.length === 0 && table.rows != null) return { products: { template, rows: table.rows } };
  return { shop: { template } };
}

/** Saves the template, as it stands here, as a file. */
function takeAway(template: Template) {
  const url = URL.createObjectURL(new Blob([`${JSON.stringify(template, null, 2)}\n`], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${template.name}.json`;
  link.click();
  URL.revokeObjectURL(url);
}
