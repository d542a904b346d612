import { Button, CopyButton } from '@mantine/core';
import classes from './CommandLine.module.css';

/** The command line that does the same, with a button to take it away. */
export function CommandLine({ command }: { command: string }) {
  return (
    <section className={classes.frame} aria-label="Equivalent command line">
      <code className={classes.line}>
        <span aria-hidden="true">$ </span>
        {command}
      </code>
      <CopyButton value={command}>
        {({ copied, copy }) => (
          <Button size="compact-xs" variant="default" onClick={copy} className={classes.copy}>
            <span aria-live="polite">{copied ? 'Copied' : 'Copy'}</span>
          </Button>
        )}
      </CopyButton>
    </section>
  );
}
