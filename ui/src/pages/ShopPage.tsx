import type { Job, Profile, RegionShare } from '../api/types.ts';
import { ChoiceField } from '../forms/ChoiceField.tsx';
import { More } from '../forms/More.tsx';
import { ProfileField, profileOf } from '../forms/ProfileField.tsx';
import { RegionsField } from '../forms/RegionsField.tsx';
import { REPEAT, RepeatFields, repeatOf } from '../forms/RepeatFields.tsx';
import { SizeField } from '../forms/SizeField.tsx';
import { TemplateField } from '../forms/TemplateField.tsx';
import { useKept } from '../forms/useKept.ts';
import { WordsFields, wordsOf } from '../forms/WordsFields.tsx';
import { Pane } from '../parts/Pane.tsx';
import { Relations } from '../parts/Relations.tsx';
import { chartViews } from './ChartsView.tsx';
import { Generate } from './Generate.tsx';
import { Outcome, type View } from './Outcome.tsx';

type Source = 'words' | 'template';
type Tables = 'main' | 'all';
const SOURCES: Record<Source, string> = { words: 'In words', template: 'Template' };
const TABLES: Record<Tables, string> = { main: 'Main tables', all: 'All tables' };

const INITIAL = {
  source: 'words' as Source,
  domain: '',
  variant: '',
  tables: 'main' as Tables,
  profile: null as Profile | null,
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
          <ChoiceField
            label="What the shop is made of"
            isPlain
            options={SOURCES}
            value={form.source}
            onChange={(source) => change({ source })}
          />
          {form.source === 'words' ? (
            <>
              <WordsFields value={form} onChange={change} />
              <ChoiceField label="Which tables" isPlain options={TABLES} value={form.tables} onChange={(tables) => change({ tables })} />
            </>
          ) : (
            <TemplateField value={form.template} onChange={(template) => change({ template })} />
          )}
          <SizeField label="Products" value={form.products} onChange={(products) => change({ products })} most={10_000_000} />
          <SizeField label="Customers" value={form.customers} onChange={(customers) => change({ customers })} most={1_000_000_000} />
          <SizeField label="Orders" value={form.orders} onChange={(orders) => change({ orders })} most={10_000_000_000} />
          <Generate job={job} label="Generate the shop" />
          <More title="Trade, countries, seed and day">
            <ProfileField value={form.profile} onChange={(profile) => change({ profile })} />
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
    ...profileOf(form),
    ...repeatOf(form),
  };
  if (form.source === 'template') return form.template === '' ? undefined : { shop: { template: form.template, ...common } };
  const words = wordsOf(form);
  return words && { shop: { ...words, ...(form.tables === 'all' ? { tables: 'all' } : {}), ...common } };
}
