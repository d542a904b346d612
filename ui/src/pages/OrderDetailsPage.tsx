import { Anchor, Group, SegmentedControl, Switch, Text } from '@mantine/core';
import { Link } from 'wouter';
import type { Job } from '../api/types.ts';
import { CountField } from '../forms/CountField.tsx';
import { DomainField } from '../forms/DomainField.tsx';
import { FilesField } from '../forms/FilesField.tsx';
import { countTrouble, keysOf, type UserFile } from '../forms/files.ts';
import { More } from '../forms/More.tsx';
import { REPEAT, RepeatFields, repeatOf } from '../forms/RepeatFields.tsx';
import { TemplateField } from '../forms/TemplateField.tsx';
import { useKept } from '../forms/useKept.ts';
import { formatCount } from '../parts/format.ts';
import { Pane } from '../parts/Pane.tsx';
import { chartViews } from './ChartsView.tsx';
import { Generate } from './Generate.tsx';
import { Outcome } from './Outcome.tsx';

const INITIAL = {
  orders: [] as UserFile[],
  products: [] as UserFile[],
  sold: 'file',
  domain: '',
  template: '',
  rows: 1000,
  min: 1,
  max: 8,
  layout: 'lines',
  strict: false,
  ...REPEAT,
};
type Form = typeof INITIAL;

/** What was in each order of the user's file. */
export function OrderDetailsPage() {
  const [form, change] = useKept<Form>('order-details', INITIAL);
  const orders = form.orders[0]?.upload.recognised.rows;
  const trouble = countTrouble(form.rows, orders);
  const job = trouble === undefined ? jobOf(form) : undefined;
  // A new file with fewer orders than are asked for brings the number down, and says so by the rule below.
  const take = (files: UserFile[]) => {
    const rows = files[0]?.upload.recognised.rows;
    change({ orders: files, ...(rows != null && rows < form.rows ? { rows } : {}) });
  };
  return (
    <Pane
      title="Order details"
      lead="What was in each order: lines that pay the product’s price, and come to the order’s total where it has one."
      form={
        <>
          <FilesField
            label="Orders"
            hint="One CSV file of orders"
            single
            files={form.orders}
            onChange={(next) => take(next(form.orders))}
          />
          <div>
            <Text size="sm" fw={600} mb={4} component="div">
              What is sold
            </Text>
            <SegmentedControl
              aria-label="What is sold"
              fullWidth
              size="xs"
              data={[
                { value: 'file', label: 'A file' },
                { value: 'domain', label: 'In words' },
                { value: 'template', label: 'Template' },
              ]}
              value={form.sold}
              onChange={(sold) => change({ sold })}
            />
          </div>
          {form.sold === 'file' && (
            <FilesField
              label="Products"
              hint="One CSV file of products"
              single
              files={form.products}
              onChange={(next) => change({ products: next(form.products) })}
            />
          )}
          {form.sold === 'domain' && <DomainField value={form.domain} onChange={(domain) => change({ domain })} />}
          {form.sold === 'template' && <TemplateField value={form.template} onChange={(template) => change({ template })} />}
          <CountField
            label="Order details"
            description={
              orders == null
                ? 'One record for each order, so never more than the file has orders.'
                : `One record for each order, so at most ${formatCount(orders)}: the file has that many orders.`
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
          <div>
            <Text size="sm" fw={600} mb={4} component="div">
              Layout
            </Text>
            <SegmentedControl
              aria-label="Layout"
              fullWidth
              size="xs"
              data={[
                { value: 'lines', label: 'A row for each product' },
                { value: 'list', label: 'A row for each order' },
              ]}
              value={form.layout}
              onChange={(layout) => change({ layout })}
            />
          </div>
          <Generate job={job} label="Generate order details" />
          <More title="Rows left out, seed and day">
            <Switch
              label="Refuse files with rows that would be left out"
              checked={form.strict}
              onChange={(event) => change({ strict: event.currentTarget.checked })}
            />
            <RepeatFields value={form} onChange={change} />
          </More>
        </>
      }
    >
      <Outcome job={job} views={chartViews(['baskets', 'popularity'])} empty={<DetailsEmpty form={form} trouble={trouble} />} />
    </Pane>
  );
}

function DetailsEmpty({ form, trouble }: { form: Form; trouble: string | undefined }) {
  if (form.orders.length === 0) {
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
  const orders = form.orders[0];
  const files = form.sold === 'file' ? [...form.orders, ...form.products] : form.orders;
  const products = soldOf(form);
  if (!orders || !products || files.some((file) => file.upload.recognised.trouble != null)) return undefined;
  return {
    orderDetails: {
      orders: orders.upload.id,
      products,
      rows: form.rows,
      productsPerOrder: { min: form.min, max: form.max },
      layout: form.layout === 'list' ? 'list' : 'lines',
      keys: keysOf(files),
      strict: form.strict,
      ...repeatOf(form),
    },
  };
}

function soldOf(form: Form) {
  const file = form.products[0];
  if (form.sold === 'file') return file && { file: file.upload.id };
  if (form.sold === 'template') return form.template === '' ? undefined : { template: form.template };
  return form.domain.trim() === '' ? undefined : { domain: form.domain.trim() };
}
