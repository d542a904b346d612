import { ActionIcon, NativeSelect } from '@mantine/core';
import type { Found } from '../api/types.ts';
import { formatBytes, plural } from '../parts/format.ts';
import classes from './FilesField.module.css';
import { KINDS, type Kind, kindOf, rowsIn, type UserFile } from './files.ts';

interface Props {
  file: UserFile;
  /** What it is taken for beside the other files of the job; until that is known, what it is by itself. */
  found: Found | undefined;
  /** Whether the file itself is still at hand, so that it can be taken for something else. */
  canRename: boolean;
  onKind(kind: Kind): void;
  onKey(key: string): void;
  onRemove(): void;
}

/** What a file is taken for and why: kind, key, what is read of it, what it refers to, rows that are left out. */
export function FileCard({ file, found: beside, canRename, onKind, onKey, onRemove }: Props) {
  const { name, bytes, recognised } = file.upload;
  const alone = recognised.found ?? undefined;
  const found = beside ?? alone;
  const kind = kindOf(file.upload);
  const key = file.key ?? recognised.keys[0]?.column ?? '';
  const rows = rowsIn(file.upload);
  const facts = [
    formatBytes(bytes),
    rows === undefined ? 'many rows' : plural(rows, 'row'),
    found && `fields parted by ${nameOf(found.delimiter)}`,
    found?.encoding,
    found && !found.header && 'no header',
  ];
  return (
    <section className={classes.card} aria-label={name}>
      <div className={classes.head}>
        <strong>{name}</strong>
        <ActionIcon size="sm" variant="subtle" color="gray" aria-label={`Leave out ${name}`} onClick={onRemove}>
          ×
        </ActionIcon>
      </div>
      <p className={classes.facts}>{facts.filter(Boolean).join(' · ')}</p>
      <div className={classes.pair}>
        <NativeSelect
          size="xs"
          label="Holds"
          disabled={!canRename}
          data={[
            ...(kind === undefined ? [{ value: '', label: 'nothing that is known' }] : []),
            ...KINDS.map((one) => ({ value: one, label: one === 'table' ? 'something else' : one })),
          ]}
          value={kind ?? ''}
          onChange={(event) => event.currentTarget.value !== '' && onKind(event.currentTarget.value as Kind)}
        />
        <NativeSelect
          size="xs"
          label="Key"
          data={recognised.columns}
          value={key}
          disabled={recognised.columns.length === 0}
          onChange={(event) => onKey(event.currentTarget.value)}
        />
      </div>
      {found && <Evidence found={found} why={alone?.kind === found.kind ? alone?.why : found.why} />}
      {!found && !recognised.trouble && <p className={classes.trouble}>It declares tables and has no rows; make a template of it.</p>}
      {recognised.trouble && (
        <p className={classes.trouble} role="alert">
          Cannot be used yet: {recognised.trouble}
        </p>
      )}
      {found && <Rejects found={found} />}
    </section>
  );
}

/** Why it is taken for that, in the order in which people ask. A page that needs orders takes a file for these; what the file itself says is more. */
function Evidence({ found, why }: { found: Found; why: string | undefined }) {
  return (
    <dl className={classes.evidence}>
      {found.kind && (
        <div>
          <dt>{found.kind}</dt>
          <dd>{why}</dd>
        </div>
      )}
      <div>
        <dt>key {found.key.join(' + ')}</dt>
        <dd>{found.keyEvidence}</dd>
      </div>
      {found.facts.map((fact) => (
        <div key={`${fact.what} ${fact.column}`}>
          <dt>{fact.column}</dt>
          <dd>gives {fact.what}</dd>
        </div>
      ))}
      {found.refers.map((link) => (
        <div key={`${link.column} ${link.table}`}>
          <dt>
            {link.column} → {link.table}
          </dt>
          <dd>
            {link.found} of {plural(link.of, 'value')} are keys there{link.named && ', and its name says so'}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Rejects({ found }: { found: Found }) {
  if (found.rejected === 0) return null;
  return (
    <details>
      <summary>{plural(found.rejected, 'row')} would be left out</summary>
      <div className={classes.rejects}>
        <table>
          <thead>
            <tr>
              <th>line</th>
              <th>why</th>
              <th>row</th>
            </tr>
          </thead>
          <tbody>
            {found.firstRejects.map((reject) => (
              <tr key={reject.line}>
                <td>{reject.line}</td>
                <td>{reject.reason}</td>
                <td>
                  <code>{reject.text}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {found.rejected > found.firstRejects.length && <p className={classes.facts}>All of them come with the run, in rejects.csv.</p>}
      </div>
    </details>
  );
}

function nameOf(delimiter: string): string {
  const names: Partial<Record<string, string>> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' };
  return names[delimiter] ?? delimiter;
}
