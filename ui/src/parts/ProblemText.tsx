import type { Problem } from '../api/types.ts';
import { FindingList } from './Findings.tsx';

/** Why the server did not do it: all that is wrong, and what to do. */
export function ProblemText({ problem }: { problem: Problem }) {
  return (
    <>
      <div>{problem.detail}</div>
      <FindingList findings={problem.problems ?? []} />
      {problem.hint && <div>What to do: {problem.hint}</div>}
    </>
  );
}
