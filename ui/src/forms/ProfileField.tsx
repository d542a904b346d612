import { Select } from '@mantine/core';
import type { Profile } from '../api/types.ts';

const PROFILES: Record<Profile, string> = {
  retail: 'Retail: a web shop for consumers',
  marketplace: 'Marketplace: most customers come once',
  wholesale: 'Wholesale: long orders in pack sizes',
  grocery: 'Grocery: large baskets, the same again',
};

interface Props {
  /** None where nothing is said, which means retail or what the template says. */
  value: Profile | null;
  onChange(value: Profile | null): void;
}

/** How the shop trades. */
export function ProfileField({ value, onChange }: Props) {
  return (
    <Select<Profile>
      label="How the shop trades"
      placeholder="Retail, or as the template says"
      clearable
      data={(Object.keys(PROFILES) as Profile[]).map((profile) => ({ value: profile, label: PROFILES[profile] }))}
      value={value}
      onChange={onChange}
    />
  );
}

/** The part of a job that says so. */
export function profileOf(form: { profile: Profile | null }): { profile?: Profile } {
  return form.profile === null ? {} : { profile: form.profile };
}
