import { Alert, Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useLlm } from '../api/about.ts';
import { useCancel, useRun } from '../api/runs.ts';
import { useDesign, useQuote } from '../api/templates.ts';
import type { DesignAsked } from '../api/types.ts';
import { ProblemText } from '../parts/ProblemText.tsx';
import { QuoteText } from '../parts/QuoteText.tsx';
import { Trouble } from '../parts/Trouble.tsx';

interface Props {
  asked: DesignAsked;
  /** Told the id of the template when the model has designed it. */
  onDesigned(template: string): void;
}

/** Has a language model design a template: first what it would cost, then how far it is. */
export function DesignByModel({ asked, onDesigned }: Props) {
  const llm = useLlm();
  const design = useDesign();
  const [run, setRun] = useState<string>();
  const [quoted] = useDebouncedValue(asked, 300);
  const quote = useQuote(llm.data?.configured && quoted.domain !== '' && run === undefined ? quoted : undefined);
  if (llm.error) return <Trouble error={llm.error} retry={llm.refetch} />;
  if (!llm.data) return <p role="status">Asking whether a language model is there …</p>;
  if (!llm.data.configured) {
    return (
      <Alert color="gray" variant="light" title="There is no language model to ask">
        {llm.data.advice} The built-in trades need none: choose “In words”.
      </Alert>
    );
  }
  if (run !== undefined) return <Design run={run} onDesigned={onDesigned} onClose={() => setRun(undefined)} />;
  const begin = () => design.mutate(asked, { onSuccess: (made) => ('template' in made ? onDesigned(made.id) : setRun(made.id)) });
  return (
    <div>
      {quote.data && (
        <p style={{ margin: '0 0 0.5rem' }}>
          <QuoteText quote={quote.data} /> Rows cost nothing afterwards.
        </p>
      )}
      {quote.error && <Trouble error={quote.error} />}
      <Button onClick={begin} disabled={asked.domain === ''} loading={design.isPending}>
        Design by {llm.data.model ?? 'the language model'}
      </Button>
      {design.error && <Trouble error={design.error} />}
    </div>
  );
}

interface DesignProps {
  run: string;
  onDesigned(template: string): void;
  onClose(): void;
}

/** A design under way. Its end leads to the template. */
function Design({ run, onDesigned, onClose }: DesignProps) {
  const { data, error } = useRun(run);
  const cancel = useCancel();
  const made = data?.state === 'done' ? data.template?.id : undefined;
  useEffect(() => {
    if (made !== undefined) onDesigned(made);
  }, [made, onDesigned]);
  if (error) return <Trouble error={error} />;
  switch (data?.state) {
    case undefined:
    case 'queued':
    case 'running':
      return (
        <div>
          <p role="status">The model designs{data ? `: ${data.rowsDone} of ${data.rowsTotal} parts are done` : ''} …</p>
          <progress aria-label="Parts of the design" value={data?.rowsDone ?? 0} max={data?.rowsTotal ?? 1} style={{ width: '100%' }} />
          <Button size="xs" variant="default" onClick={() => cancel.mutate(run)}>
            Cancel
          </Button>
        </div>
      );
    case 'failed':
      return (
        <Alert
          color="red"
          variant="light"
          title="The design failed"
          role="alert"
          withCloseButton
          onClose={onClose}
          closeButtonLabel="Close"
        >
          <ProblemText problem={data.problem} />
        </Alert>
      );
    case 'cancelled':
      return (
        <Alert color="gray" variant="light" title="Cancelled" withCloseButton onClose={onClose} closeButtonLabel="Close">
          Nothing was kept.
        </Alert>
      );
    case 'done':
      return <p role="status">Designed.</p>;
  }
}
