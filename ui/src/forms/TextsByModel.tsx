import { Alert, Checkbox } from '@mantine/core';
import { useLlm } from '../api/about.ts';
import type { Quote } from '../api/types.ts';
import { QuoteText } from '../parts/QuoteText.tsx';
import { Trouble } from '../parts/Trouble.tsx';

interface Props {
  /** What it would take; undefined while that is not known. */
  quote: Quote | undefined;
  agreed: boolean;
  onAgree(agreed: boolean): void;
}

/** That a language model writes names and descriptions: whether there is one, what it takes, and the user's word where that is much. */
export function TextsByModel({ quote, agreed, onAgree }: Props) {
  const llm = useLlm();
  if (llm.error) return <Trouble error={llm.error} retry={llm.refetch} />;
  if (!llm.data) return <p role="status">Asking whether a language model is there …</p>;
  if (!llm.data.configured) {
    return (
      <Alert color="gray" variant="light" title="There is no language model to ask">
        {llm.data.advice} The engine needs none.
      </Alert>
    );
  }
  return (
    <div>
      {quote && (
        <p style={{ margin: 0 }}>
          <QuoteText quote={quote} />
        </p>
      )}
      <p style={{ margin: '0.3rem 0 0' }}>
        It writes names and descriptions of up to 20,000 rows; all else is the engine’s. Until then the rows shown carry the engine’s words.
      </p>
      {quote?.confirm && (
        <Checkbox mt={6} label={`Go on: ${quote.confirm}`} checked={agreed} onChange={(event) => onAgree(event.currentTarget.checked)} />
      )}
    </div>
  );
}

/** Whether a job may begin, as far as its quote goes. */
export function mayBegin(quote: Quote | undefined, agreed: boolean): boolean {
  return quote !== undefined && (quote.confirm == null || agreed);
}
