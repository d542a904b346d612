import { Anchor } from '@mantine/core';
import { Link } from 'wouter';
import type { Job, Profile } from '../api/types.ts';
import { CountField } from '../forms/CountField.tsx';
import { FilesField } from '../forms/FilesField.tsx';
import { FilesMore } from '../forms/FilesMore.tsx';
import { isUsable, keysOf, kindOf, type UserFile } from '../forms/files.ts';
import { ProfileField, profileOf } from '../forms/ProfileField.tsx';
import { REPEAT, repeatOf } from '../forms/RepeatFields.tsx';
import { useKept } from '../forms/useKept.ts';
import { Pane } from '../parts/Pane.tsx';
import { chartViews } from './ChartsView.tsx';
import { Generate } from './Generate.tsx';
import { Outcome } from './Outcome.tsx';
import { useFound } from './useFound.ts';

const INITIAL = { files: [] as UserFile[], rows: 1000, profile: null as Profile | null, strict: false, ...REPEAT };

/** Orders of the customers in the user's own files. */
export function OrdersPage() {
  const [form, change] = useKept('orders', INITIAL);
  const customers = form.files.some((file) => kindOf(file.upload) === 'customers');
  const usable = form.files.every(isUsable);
  const job: Job | undefined =
    customers && usable
      ? {
          orders: {
            from: form.files.map((file) => file.upload.id),
            rows: form.rows,
            ...profileOf(form),
            keys: keysOf(form.files),
            strict: form.strict,
            ...repeatOf(form),
          },
        }
      : undefined;
  return (
    <Pane
      title="Orders"
      lead="Orders of your own customers: every key holds, and nobody orders before signing up."
      form={
        <>
          <FilesField
            label="Your files"
            hint="One with customers, and any others whose keys the orders shall carry"
            files={form.files}
            found={useFound(job)}
            onChange={(next) => change(({ files }) => ({ files: next(files) }))}
          />
          <CountField label="Orders" value={form.rows} onChange={(rows) => change({ rows })} />
          <ProfileField value={form.profile} onChange={(profile) => change({ profile })} />
          <Generate job={job} label="Generate orders" />
          <FilesMore value={form} onChange={change} />
        </>
      }
    >
      <Outcome job={job} views={chartViews(['days'])} empty={<OrdersEmpty files={form.files} />} />
    </Pane>
  );
}

function OrdersEmpty({ files }: { files: readonly UserFile[] }) {
  if (files.length > 0) {
    return 'None of the files is known to hold customers, or one of them cannot be used yet. Say under “Holds” which of them does, and under “Key” by which column they are known.';
  }
  return (
    <>
      Drop a CSV file of customers. You have none?{' '}
      <Anchor component={Link} href="/customers" inherit>
        Make customers
      </Anchor>{' '}
      first.
    </>
  );
}
