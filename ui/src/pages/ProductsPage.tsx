import { SegmentedControl, TextInput } from '@mantine/core';
import type { Job } from '../api/types.ts';
import { CountField } from '../forms/CountField.tsx';
import { DesignByModel } from '../forms/DesignByModel.tsx';
import { DomainField } from '../forms/DomainField.tsx';
import { More } from '../forms/More.tsx';
import { REPEAT, RepeatFields, repeatOf } from '../forms/RepeatFields.tsx';
import { TemplateField } from '../forms/TemplateField.tsx';
import { useKept } from '../forms/useKept.ts';
import { readVariants } from '../forms/variants.ts';
import { Pane } from '../parts/Pane.tsx';
import { Generate } from './Generate.tsx';
import { Outcome } from './Outcome.tsx';

const INITIAL = { source: 'words', domain: '', variant: '', template: '', variants: '', rows: 1000, ...REPEAT };
type Form = typeof INITIAL;

/** Products of a trade in words, of a template, or as a language model designs them. */
export function ProductsPage() {
  const [form, change] = useKept('products', INITIAL);
  const variants = readVariants(form.variants);
  const job = jobOf(form);
  return (
    <Pane
      title="Products"
      lead="A catalogue in which names, prices, costs and attributes agree."
      form={
        <>
          <SegmentedControl
            aria-label="What the products are made of"
            fullWidth
            size="xs"
            data={[
              { value: 'words', label: 'In words' },
              { value: 'template', label: 'Template' },
              { value: 'model', label: 'Language model' },
            ]}
            value={form.source}
            onChange={(source) => change({ source })}
          />
          {form.source !== 'template' && (
            <>
              <DomainField value={form.domain} onChange={(domain) => change({ domain })} />
              <TextInput
                label="Variant"
                description="A narrower kind; may stay empty."
                placeholder="such as women's"
                value={form.variant}
                onChange={(event) => change({ variant: event.currentTarget.value })}
              />
            </>
          )}
          {form.source === 'model' && (
            <DesignByModel
              asked={{ domain: form.domain.trim(), variant: form.variant.trim() || undefined, rows: form.rows, by: 'llm' }}
              onDesigned={(template) => change({ source: 'template', template })}
            />
          )}
          {form.source === 'template' && <TemplateField value={form.template} onChange={(template) => change({ template })} />}
          <CountField label="Rows" value={form.rows} onChange={(rows) => change({ rows })} />
          {form.source !== 'model' && <Generate job={job} label="Generate products" />}
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
      <Outcome
        job={job}
        empty={
          form.source === 'template'
            ? 'Choose a template, or open a configuration file that you exported.'
            : form.source === 'model'
              ? 'The model designs the template once; the rows are then made here, without it.'
              : 'Say in a few words what the shop sells. The language model is not needed for it.'
        }
      />
    </Pane>
  );
}

function jobOf(form: Form): Job | undefined {
  const variants = readVariants(form.variants);
  if (typeof variants === 'string' || form.source === 'model') return undefined;
  const common = { rows: form.rows, ...(Object.keys(variants).length > 0 ? { variants } : {}), ...repeatOf(form) };
  if (form.source === 'template') return form.template === '' ? undefined : { products: { template: form.template, ...common } };
  const domain = form.domain.trim();
  const variant = form.variant.trim();
  return domain === '' ? undefined : { products: { domain, ...(variant === '' ? {} : { variant }), ...common } };
}
