import { Anchor, Group } from '@mantine/core';
import { Link } from 'wouter';
import type { Job } from '../api/types.ts';
import { ChoiceField } from '../forms/ChoiceField.tsx';
import { CountField } from '../forms/CountField.tsx';
import { DomainField } from '../forms/DomainField.tsx';
import { FilesField } from '../forms/FilesField.tsx';
import { FilesMore } from '../forms/FilesMore.tsx';
import { countTrouble, isUsable, keysOf, rolesOf, rowsIn, type UserFile } from '../forms/files.ts';
import { REPEAT, repeatOf } from '../forms/RepeatFields.tsx';
import { TemplateField } from '../forms/TemplateField.tsx';
import { useKept } from '../forms/useKept.ts';
import { formatCount } from '../parts/format.ts';
import { Pane } from '../parts/Pane.tsx';
import { chartViews } from './ChartsView.tsx';
import { Generate } from './Generate.tsx';
import { Outcome } from './Outcome.tsx';
import { useFound } from './useFound.ts';

type Sold = 'file' | 'domain' | 'template';
type Layout = 'lines' | 'list';
const SOLD: Record<Sold, string> = { file: 'A file', domain: 'In words', template: 'Template' };
const LAYOUTS: Record<Layout, string> = { lines: 'A row for each product', list: 'A row for each order' };

const INITIAL = {
  files: [] as UserFile[],
  sold: 'file' as Sold,
  domain: '',
  template: '',
  rows: 1000,
  min: 1,
  max: 8,
  layout: 'lines' as Layout,
  strict: false,
  ...REPEAT,
};
type Form = typeof INITIAL;

/** What was in each order of the user's file. */
export function OrderDetailsPage() {
  const [form, change] = useKept<Form>('order-details', INITIAL);
  const { orders, products } = rolesOf(form.files);
  const most = orders && rowsIn(orders.upload);
  const trouble = countTrouble(form.rows, most);
  const job = trouble === undefined ? jobOf(form) : undefined;
  const found = useFound(job);
  // A new file with fewer orders than are asked for brings the number down, and says so by the rule below.
  const take = (next: (files: readonly UserFile[]) => UserFile[]) =>
    change((now) => {
      const files = next(now.files);
      const { orders } = rolesOf(files);
      const rows = orders && rowsIn(orders.upload);
      return { files, ...(rows !== undefined && rows < now.rows ? { rows } : {}) };
    });
  return (
    <Pane
      title="Order details"
      lead="What was in each order: lines that pay the product’s price, and come to the order’s total where it has one."
      form={
        <>
          <FilesField
            label="Your files"
            hint="One with orders, and one with the products that are sold"
            files={form.files}
            found={form.files.map((file) => found?.[file === orders ? 0 : file === products ? 1 : form.files.length])}
            onChange={take}
          />
          <ChoiceField label="What is sold" options={SOLD} value={form.sold} onChange={(sold) => change({ sold })} />
          {form.sold === 'file' && orders && !products && (
            <p style={{ margin: 0 }}>Add a CSV file of products above, or say what is sold.</p>
          )}
          {form.sold === 'domain' && <DomainField value={form.domain} onChange={(domain) => change({ domain })} />}
          {form.sold === 'template' && <TemplateField value={form.template} onChange={(template) => change({ template })} />}
          <CountField
            label="Order details"
            description={
              most === undefined
                ? 'One record for each order, so never more than the file has orders.'
                : `One record for each order, so at most ${formatCount(most)}: the file has that many orders.`
            }
            value={form.rows}
            onChange={(rows) => change({ rows })}
            error={trouble && `${trouble}. Ask for fewer, or make more orders first.`}
          />
          <Group grow gap="xs" align="flex-end">
            <CountField
              label="Products, from"
              value={form.min}
              onChange={(min) => change({ min, max: Math.max(min, form.max) })}
              max={30}
            />
            <CountField
              label="to, in each order"
              value={form.max}
              onChange={(max) => change({ max, min: Math.min(max, form.min) })}
              max={30}
            />
          </Group>
          <ChoiceField label="Layout" options={LAYOUTS} value={form.layout} onChange={(layout) => change({ layout })} />
          <Generate job={job} label="Generate order details" />
          <FilesMore value={form} onChange={change} />
        </>
      }
    >
      <Outcome job={job} views={chartViews(['baskets', 'popularity'])} empty={<DetailsEmpty form={form} trouble={trouble} />} />
    </Pane>
  );
}

function DetailsEmpty({ form, trouble }: { form: Form; trouble: string | undefined }) {
  if (form.files.length === 0) {
    return (
      <>
        Drop a CSV file of orders. You have none?{' '}
        <Anchor component={Link} href="/orders" inherit>
          Make orders
        </Anchor>{' '}
        first.
      </>
    );
  }
  if (trouble) return `${trouble}: there is one record for each order. Ask for fewer, or make more orders first.`;
  return 'Say what is sold: a file of products, a few words, or a template.';
}

function jobOf(form: Form): Job | undefined {
  const { orders, products } = rolesOf(form.files);
  const sold = soldOf(form, products);
  if (!orders || !sold) return undefined;
  const files = form.sold === 'file' && products ? [orders, products] : [orders];
  if (!files.every(isUsable)) return undefined;
  return {
    orderDetails: {
      orders: orders.upload.id,
      products: sold,
      rows: form.rows,
      productsPerOrder: { min: form.min, max: form.max },
      layout: form.layout,
      keys: keysOf(files),
      strict: form.strict,
      ...repeatOf(form),
    },
  };
}

function soldOf(form: Form, file: UserFile | undefined) {
  if (form.sold === 'file') return file && { file: file.upload.id };
  if (form.sold === 'template') return form.template === '' ? undefined : { template: form.template };
  return form.domain.trim() === '' ? undefined : { domain: form.domain.trim() };
}
