import type { Quote } from '../api/types.ts';
import { formatCount, formatMicroDollars, formatSeconds, plural } from './format.ts';

/** What a language model would take, before it is asked. */
export function QuoteText({ quote }: { quote: Quote }) {
  const cost = quote.microDollars == null ? 'at a price that is not known' : `about ${formatMicroDollars(quote.microDollars)}`;
  return (
    <>
      {quote.model}: {plural(quote.calls, 'call')}, about {formatCount(quote.tokens)} tokens, {cost}, {formatSeconds(quote.seconds)}.
    </>
  );
}
