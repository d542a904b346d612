import { Alert, List } from '@mantine/core';
import type { Finding } from '../api/types.ts';

/** What is wrong, under a title. */
export function Findings({ title, findings }: { title: string; findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <Alert color="red" variant="light" title={title} role="alert">
      <FindingList findings={findings} />
    </Alert>
  );
}

/** Each finding with its place and what to do. */
export function FindingList({ findings }: { findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <List size="sm" spacing={4}>
      {findings.map((finding, index) => (
        <List.Item key={index}>
          {finding.place !== '' && <code>{finding.place}: </code>}
          {finding.message}
          {finding.hint && <div>What to do: {finding.hint}</div>}
        </List.Item>
      ))}
    </List>
  );
}
