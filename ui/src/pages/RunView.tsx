import { Alert, Button, Group, List, Progress } from '@mantine/core';
import { fileUrl, useCancel, useRun } from '../api/runs.ts';
import type { Run } from '../api/types.ts';
import { formatBytes, formatCount, plural } from '../parts/format.ts';
import { ProblemText } from '../parts/ProblemText.tsx';
import { Trouble } from '../parts/Trouble.tsx';
import classes from './RunView.module.css';

/** One run: how far it is, what came of it. `unit` is what it counts. */
export function RunView({ id, unit = 'row', onGone }: { id: string; unit?: string; onGone?: () => void }) {
  const run = useRun(id);
  if (run.data) return <RunStatus run={run.data} unit={unit} />;
  if (run.error) {
    return (
      <>
        <Trouble error={run.error} retry={run.refetch} />
        {onGone && (
          <Button size="xs" variant="default" onClick={onGone}>
            Close
          </Button>
        )}
      </>
    );
  }
  return <p role="status">Asking how far the run is …</p>;
}

function RunStatus({ run, unit }: { run: Run; unit: string }) {
  switch (run.state) {
    case 'queued':
      return (
        <section className={classes.frame} aria-label="Run">
          <p role="status">Waiting to start</p>
          <Cancel id={run.id} />
        </section>
      );
    case 'running': {
      const share = run.rowsTotal > 0 ? (100 * run.rowsDone) / run.rowsTotal : 0;
      return (
        <section className={classes.frame} aria-label="Run">
          <p>
            {formatCount(run.rowsDone)} of {plural(run.rowsTotal, unit)} done
          </p>
          <Progress.Root size="lg">
            <Progress.Section value={share} aria-label={`${unit}s done`} />
          </Progress.Root>
          <Cancel id={run.id} />
        </section>
      );
    }
    case 'done':
      return (
        <section className={classes.frame} aria-label="Run">
          <p role="status">
            <strong>Done.</strong> {run.files.length > 0 && `${plural(run.files.length, 'file')} to take away:`}
          </p>
          <Files run={run.id} files={run.files} />
          <Notes notes={run.notes} />
        </section>
      );
    case 'failed':
      return (
        <Alert color="red" variant="light" title="The run failed" role="alert">
          <ProblemText problem={run.problem} />
        </Alert>
      );
    case 'cancelled':
      return (
        <section className={classes.frame} aria-label="Run">
          <p role="status">Cancelled; nothing was kept.</p>
        </section>
      );
  }
}

function Cancel({ id }: { id: string }) {
  const cancel = useCancel();
  return (
    <>
      <Button size="xs" variant="default" onClick={() => cancel.mutate(id)} loading={cancel.isPending}>
        Cancel
      </Button>
      {cancel.error && <Trouble error={cancel.error} />}
    </>
  );
}

type Files = Extract<Run, { state: 'done' }>['files'];

/** The files of a run, the largest button for the first. */
function Files({ run, files }: { run: string; files: Files }) {
  return (
    <Group gap="xs">
      {files.map((file, index) => (
        <Button
          key={file.name}
          component="a"
          href={fileUrl(run, file.name)}
          download={file.name}
          size="xs"
          variant={index === 0 ? 'filled' : 'default'}
          aria-label={`Download ${file.name}, ${formatBytes(file.bytes)}`}
        >
          Download {file.name} · {formatBytes(file.bytes)}
        </Button>
      ))}
    </Group>
  );
}

function Notes({ notes }: { notes: readonly string[] }) {
  if (notes.length === 0) return null;
  return (
    <details>
      <summary>{plural(notes.length, 'note')}</summary>
      <List size="sm">
        {notes.map((note) => (
          <List.Item key={note}>{note}</List.Item>
        ))}
      </List>
    </details>
  );
}
