import { Alert, Anchor, Button } from '@mantine/core';
import { NoServer, Refused } from '../api/client.ts';
import { ProblemText } from './ProblemText.tsx';

/** Why something did not work: what the server says, or that there is none. */
export function Trouble({ error, retry }: { error: unknown; retry?: () => void }) {
  if (error instanceof NoServer) {
    return (
      <Alert color="red" variant="light" title="The server cannot be reached" role="alert">
        It is asked again every second. If you stopped it, start it with <code>wares serve</code>; nothing that was kept is lost.
      </Alert>
    );
  }
  if (error instanceof Refused) {
    const { status } = error.problem;
    return (
      <Alert color="red" variant="light" title={status >= 500 ? 'The server failed' : 'This cannot be done as it stands'} role="alert">
        <ProblemText problem={error.problem} />
        {status === 401 && <Anchor href="/session">Show the token of this server</Anchor>}
        {status >= 500 && retry && (
          <Button size="compact-xs" variant="default" onClick={retry}>
            Try again
          </Button>
        )}
      </Alert>
    );
  }
  return (
    <Alert color="red" variant="light" title="This page failed" role="alert">
      {error instanceof Error ? error.message : String(error)}
    </Alert>
  );
}
