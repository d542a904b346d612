import { ActionIcon, NativeSelect } from '@mantine/core';
import { formatBytes, plural } from '../parts/format.ts';
import classes from './FilesField.module.css';
import { KINDS, type Kind, type UserFile } from './files.ts';

interface Props {
  file: UserFile;
  /** Whether the file itself is still at hand, so that it can be taken for something else. */
  canRename: boolean;
  onKind(kind: Kind): void;
  onKey(key: string): void;
  onRemove(): void;
}

/** What was recognized in a file: kind, key, rows that are left out. */
export function FileCard({ file, canRename, onKind, onKey, onRemove }: Props) {
  const { name, bytes, recognised } = file.upload;
  const kind = (KINDS as readonly string[]).includes(recognised.kind) ? recognised.kind : '';
  const key = file.key ?? recognised.keys[0]?.column ?? '';
  const evidence = recognised.keys.find((found) => found.column === key)?.evidence;
  const facts = [
    formatBytes(bytes),
    recognised.rows == null ? 'many rows' : plural(recognised.rows, 'row'),
    recognised.delimiter && `fields parted by ${nameOf(recognised.delimiter)}`,
    recognised.encoding,
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
            ...(kind === '' ? [{ value: '', label: 'nothing that is known' }] : []),
            ...KINDS.map((one) => ({ value: one, label: one === 'table' ? 'something else' : one })),
          ]}
          value={kind}
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
      {evidence && <p className={classes.facts}>{evidence}</p>}
      {recognised.trouble && (
        <p className={classes.trouble} role="alert">
          Cannot be used yet: {recognised.trouble}
        </p>
      )}
      {recognised.rejected > 0 && (
        <details>
          <summary>{plural(recognised.rejected, 'row')} would be left out</summary>
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
                {recognised.firstRejects.map((reject) => (
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
          </div>
        </details>
      )}
    </section>
  );
}

function nameOf(delimiter: string): string {
  const names: Partial<Record<string, string>> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' };
  return names[delimiter] ?? delimiter;
}
