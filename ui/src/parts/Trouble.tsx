import { Alert, Anchor, Button, List } from '@mantine/core';
import { NoServer, Refused } from '../api/client.ts';

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
    const { detail, hint, problems, status } = error.problem;
    return (
      <Alert color="red" variant="light" title={status >= 500 ? 'The server failed' : 'This cannot be done as it stands'} role="alert">
        <div>{detail}</div>
        {problems && problems.length > 0 && (
          <List size="sm" spacing={4} mt={4}>
            {problems.map((finding, index) => (
              <List.Item key={index}>
                {finding.place !== '' && <code>{finding.place}: </code>}
                {finding.message}
                {finding.hint && <div>What to do: {finding.hint}</div>}
              </List.Item>
            ))}
          </List>
        )}
        {hint && <div>What to do: {hint}</div>}
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
