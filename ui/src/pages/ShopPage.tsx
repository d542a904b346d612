import { SegmentedControl, TextInput } from '@mantine/core';
import type { Job, RegionShare } from '../api/types.ts';
import { DomainField } from '../forms/DomainField.tsx';
import { More } from '../forms/More.tsx';
import { RegionsField } from '../forms/RegionsField.tsx';
import { REPEAT, RepeatFields, repeatOf } from '../forms/RepeatFields.tsx';
import { SizeField } from '../forms/SizeField.tsx';
import { TemplateField } from '../forms/TemplateField.tsx';
import { useKept } from '../forms/useKept.ts';
import { Pane } from '../parts/Pane.tsx';
import { Relations } from '../parts/Relations.tsx';
import { chartViews } from './ChartsView.tsx';
import { Generate } from './Generate.tsx';
import { Outcome, type View } from './Outcome.tsx';

const INITIAL = {
  source: 'words',
  domain: '',
  variant: '',
  tables: 'main',
  template: '',
  regions: [] as RegionShare[],
  products: 200,
  customers: 1_000,
  orders: 5_000,
  ...REPEAT,
};
type Form = typeof INITIAL;

const RELATIONS: View = {
  value: 'relations',
  name: 'Relations',
  show: (_, planned) => <Relations tables={planned.tables} relations={planned.relations} />,
};

/** All tables of a shop at any size. */
export function ShopPage() {
  const [form, change] = useKept<Form>('shop', INITIAL);
  const job = jobOf(form);
  return (
    <Pane
      title="Whole shop"
      lead="All tables at once, to any size; every row can be looked at before anything is written."
      form={
        <>
          <SegmentedControl
            aria-label="What the shop is made of"
            fullWidth
            size="xs"
            data={[
              { value: 'words', label: 'In words' },
              { value: 'template', label: 'Template' },
            ]}
            value={form.source}
            onChange={(source) => change({ source })}
          />
          {form.source === 'words' ? (
            <>
              <DomainField value={form.domain} onChange={(domain) => change({ domain })} />
              <TextInput
                label="Variant"
                description="A narrower kind; may stay empty."
                value={form.variant}
                onChange={(event) => change({ variant: event.currentTarget.value })}
              />
              <SegmentedControl
                aria-label="Which tables"
                fullWidth
                size="xs"
                data={[
                  { value: 'main', label: 'Main tables' },
                  { value: 'all', label: 'All tables' },
                ]}
                value={form.tables}
                onChange={(tables) => change({ tables })}
              />
            </>
          ) : (
            <TemplateField value={form.template} onChange={(template) => change({ template })} />
          )}
          <SizeField label="Products" value={form.products} onChange={(products) => change({ products })} most={10_000_000} />
          <SizeField label="Customers" value={form.customers} onChange={(customers) => change({ customers })} most={1_000_000_000} />
          <SizeField label="Orders" value={form.orders} onChange={(orders) => change({ orders })} most={10_000_000_000} />
          <Generate job={job} label="Generate the shop" />
          <More title="Countries, seed and day">
            <RegionsField value={form.regions} onChange={(regions) => change({ regions })} mayBeEmpty />
            <RepeatFields value={form} onChange={change} />
          </More>
        </>
      }
    >
      <Outcome
        job={job}
        views={[RELATIONS, ...chartViews(['days', 'baskets', 'popularity', 'revenue', 'prices', 'places'])]}
        empty="Say in a few words what the shop sells, or choose a template."
      />
    </Pane>
  );
}

function jobOf(form: Form): Job | undefined {
  const common = {
    regions: form.regions,
    products: form.products,
    customers: form.customers,
    orders: form.orders,
    ...repeatOf(form),
  };
  if (form.source === 'template') return form.template === '' ? undefined : { shop: { template: form.template, ...common } };
  const domain = form.domain.trim();
  const variant = form.variant.trim();
  return domain === ''
    ? undefined
    : { shop: { domain, ...(variant === '' ? {} : { variant }), ...(form.tables === 'all' ? { tables: 'all' } : {}), ...common } };
}
