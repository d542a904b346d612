import { NativeSelect, Switch } from '@mantine/core';
import type { Job, RegionShare } from '../api/types.ts';
import { CountField } from '../forms/CountField.tsx';
import { More } from '../forms/More.tsx';
import { RegionsField } from '../forms/RegionsField.tsx';
import { REPEAT, RepeatFields, repeatOf } from '../forms/RepeatFields.tsx';
import { useKept } from '../forms/useKept.ts';
import { Pane } from '../parts/Pane.tsx';
import { MAP } from './ChartsView.tsx';
import { Generate } from './Generate.tsx';
import { Outcome } from './Outcome.tsx';

const INITIAL = {
  regions: [{ code: 'US', share: 1 }] as RegionShare[],
  rows: 1000,
  addresses: 50,
  script: 'native' as const,
  phone: 'integer' as const,
  companies: 4,
  uniquePhones: false,
  staff: false,
  employees: 23,
  offices: 7,
  ...REPEAT,
};
type Form = Omit<typeof INITIAL, 'script' | 'phone'> & { script: 'native' | 'latin' | 'both'; phone: 'integer' | 'text' | 'national' };

/** Customers of one country or of many. */
export function CustomersPage() {
  const [form, change] = useKept<Form>('customers', INITIAL);
  const job = jobOf(form);
  return (
    <Pane
      title="Customers"
      lead="People and companies who live where their postal code and telephone area are."
      form={
        <>
          <RegionsField value={form.regions} onChange={(regions) => change({ regions })} />
          <CountField label="Records" value={form.rows} onChange={(rows) => change({ rows })} />
          <CountField
            label="Addresses of each country"
            description="Given out at random; 0 gives each customer an address of their own."
            value={form.addresses}
            onChange={(addresses) => change({ addresses })}
            min={0}
            max={10_000_000}
          />
          <NativeSelect
            label="Letters"
            data={[
              { value: 'native', label: 'those of the country' },
              { value: 'latin', label: 'Latin' },
              { value: 'both', label: 'both, in columns of their own' },
            ]}
            value={form.script}
            onChange={(event) => change({ script: event.currentTarget.value as Form['script'] })}
          />
          <NativeSelect
            label="Telephone numbers"
            data={[
              { value: 'integer', label: 'as whole numbers' },
              { value: 'text', label: 'as text: +15551234567' },
              { value: 'national', label: 'as written in the country' },
            ]}
            value={form.phone}
            onChange={(event) => change({ phone: event.currentTarget.value as Form['phone'] })}
          />
          <Generate job={job} label="Generate customers" />
          <More title="Companies, staff, seed and day">
            <CountField
              label="Companies, in percent"
              value={form.companies}
              onChange={(companies) => change({ companies })}
              min={0}
              max={100}
            />
            <Switch
              label="No two customers have the same telephone number"
              checked={form.uniquePhones}
              onChange={(event) => change({ uniquePhones: event.currentTarget.checked })}
            />
            <Switch
              label="Employees and offices too"
              description="In files of their own; customers then have a sales representative."
              checked={form.staff}
              onChange={(event) => change({ staff: event.currentTarget.checked })}
            />
            {form.staff && (
              <>
                <CountField label="Employees" value={form.employees} onChange={(employees) => change({ employees })} max={1_000_000} />
                <CountField label="Offices" value={form.offices} onChange={(offices) => change({ offices })} max={100_000} />
              </>
            )}
            <RepeatFields value={form} onChange={change} />
          </More>
        </>
      }
    >
      <Outcome job={job} empty="Choose a country." views={[MAP]} />
    </Pane>
  );
}

function jobOf(form: Form): Job | undefined {
  if (form.regions.length === 0) return undefined;
  return {
    customers: {
      regions: form.regions,
      rows: form.rows,
      addresses: form.addresses,
      script: form.script,
      phone: form.phone,
      companies: form.companies,
      phones: 'fiction',
      uniquePhones: form.uniquePhones,
      ...(form.staff ? { staff: { employees: form.employees, offices: form.offices } } : {}),
      ...repeatOf(form),
    },
  };
}
