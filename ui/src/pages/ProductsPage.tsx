import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { usePlan } from '../api/jobs.ts';
import type { Job } from '../api/types.ts';
import { ChoiceField } from '../forms/ChoiceField.tsx';
import { CountField } from '../forms/CountField.tsx';
import { DesignByModel } from '../forms/DesignByModel.tsx';
import { More } from '../forms/More.tsx';
import { REPEAT, RepeatFields, repeatOf } from '../forms/RepeatFields.tsx';
import { TemplateField } from '../forms/TemplateField.tsx';
import { mayBegin, TextsByModel } from '../forms/TextsByModel.tsx';
import { useKept } from '../forms/useKept.ts';
import { readVariants } from '../forms/variants.ts';
import { WordsFields, wordsOf } from '../forms/WordsFields.tsx';
import { Pane } from '../parts/Pane.tsx';
import { Generate } from './Generate.tsx';
import { Outcome } from './Outcome.tsx';
import { useSettled } from './useSettled.ts';

type Source = 'words' | 'template' | 'model';
type By = 'engine' | 'llm';
const INITIAL = {
  source: 'words' as Source,
  by: 'engine' as By,
  domain: '',
  variant: '',
  template: '',
  variants: '',
  rows: 1000,
  ...REPEAT,
};
type Form = typeof INITIAL;

const SOURCES: Record<Source, string> = { words: 'In words', template: 'Template', model: 'A model’s design' };
const WRITERS: Record<By, string> = { engine: 'The engine', llm: 'Language model' };
const EMPTY: Record<Source, string> = {
  words: 'Say in a few words what the shop sells. The language model is not needed for it.',
  template: 'Choose a template, or open a configuration file that you exported.',
  model: 'The model designs the template once; the rows are then made here, without it.',
};

/** Products of a trade in words, of a template, or as a language model designs them. */
export function ProductsPage() {
  const [form, change] = useKept<Form>('products', INITIAL);
  const [agreedTo, setAgreedTo] = useState<string>();
  const job = jobOf(form);
  const settled = useSettled(job);
  const plan = usePlan(settled);
  const byModel = form.by === 'llm' && form.source !== 'model';
  const quote = byModel && !plan.isPlaceholderData ? (plan.data?.quote ?? undefined) : undefined;
  // A word given to one quote is none to another.
  const agreed = agreedTo !== undefined && agreedTo === quote?.confirm;
  const mayRun = !byModel || mayBegin(quote, agreed);
  const variants = readVariants(form.variants);
  return (
    <Pane
      title="Products"
      lead="A catalogue in which names, prices, costs and attributes agree."
      form={
        <>
          <ChoiceField
            label="What the products are made of"
            isPlain
            options={SOURCES}
            value={form.source}
            onChange={(source) => change({ source })}
          />
          {form.source !== 'template' && <WordsFields value={form} onChange={change} />}
          {form.source === 'model' && (
            <DesignByModel
              asked={{ domain: form.domain.trim(), variant: form.variant.trim() || undefined, rows: form.rows, by: 'llm' }}
              onDesigned={(template) => change({ source: 'template', template })}
            />
          )}
          {form.source === 'template' && <TemplateField value={form.template} onChange={(template) => change({ template })} />}
          <CountField label="Rows" value={form.rows} onChange={(rows) => change({ rows })} />
          {form.source !== 'model' && (
            <>
              <ChoiceField label="Who writes names and descriptions" options={WRITERS} value={form.by} onChange={(by) => change({ by })} />
              {byModel && (
                <TextsByModel
                  quote={quote}
                  agreed={agreed}
                  onAgree={(yes) => setAgreedTo(yes ? (quote?.confirm ?? undefined) : undefined)}
                />
              )}
              <Generate job={mayRun ? job : undefined} label="Generate products" />
            </>
          )}
          <More title="Variants, seed and day">
            <TextInput
              label="Variants of one product"
              description="Attributes in which they differ, with how many values each takes. Empty: each row is a product of its own."
              placeholder="color=2, size=4"
              value={form.variants}
              onChange={(event) => change({ variants: event.currentTarget.value })}
              error={typeof variants === 'string' ? variants : undefined}
            />
            <RepeatFields value={form} onChange={change} />
          </More>
        </>
      }
    >
      <Outcome job={job} empty={EMPTY[form.source]} />
    </Pane>
  );
}

function jobOf(form: Form): Job | undefined {
  const variants = readVariants(form.variants);
  if (typeof variants === 'string' || form.source === 'model') return undefined;
  const source = form.source === 'template' ? form.template !== '' && { template: form.template } : wordsOf(form);
  if (!source) return undefined;
  return {
    products: {
      ...source,
      rows: form.rows,
      ...(form.by === 'llm' ? { by: 'llm' as const } : {}),
      ...(Object.keys(variants).length > 0 ? { variants } : {}),
      ...repeatOf(form),
    },
  };
}
