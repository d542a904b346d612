import { ActionIcon, MultiSelect, NumberInput } from '@mantine/core';
import { useRegions } from '../api/about.ts';
import type { RegionShare } from '../api/types.ts';
import classes from './RegionsField.module.css';

interface Props {
  value: readonly RegionShare[];
  onChange(value: RegionShare[]): void;
  /** Nothing chosen leaves it to the template. */
  mayBeEmpty?: boolean;
}

/** Countries by search, each with its part of the customers. */
export function RegionsField({ value, onChange, mayBeEmpty = false }: Props) {
  const regions = useRegions();
  const names = new Map(regions.data?.map((region) => [region.code, region.name]));
  const nameOf = (code: string) => names.get(code) ?? code;
  const options = regions.data?.map((region) => ({ value: region.code, label: `${region.name} (${region.code})` })) ?? [];
  const missing = value.filter((region) => !names.has(region.code)).map((region) => ({ value: region.code, label: region.code }));
  const whole = value.reduce((sum, region) => sum + region.share, 0);
  const choose = (codes: string[]) => onChange(codes.map((code) => value.find((region) => region.code === code) ?? { code, share: 1 }));
  const share = (code: string, share: number) => onChange(value.map((region) => (region.code === code ? { code, share } : region)));
  return (
    <div>
      <MultiSelect
        label="Where they live"
        placeholder={value.length === 0 ? 'search 132 countries' : 'add another'}
        data={[...options, ...missing]}
        value={value.map((region) => region.code)}
        onChange={choose}
        searchable
        maxValues={64}
        limit={200}
        nothingFoundMessage="No country of this name"
        hidePickedOptions
        error={value.length === 0 && !mayBeEmpty ? 'choose at least one country' : undefined}
        comboboxProps={{ transitionProps: { duration: 0 } }}
      />
      {value.length > 1 && (
        <ul className={classes.shares} aria-label="Shares">
          {value.map((region) => (
            <li key={region.code}>
              <span className={classes.name}>{nameOf(region.code)}</span>
              <NumberInput
                size="xs"
                w={84}
                aria-label={`Share of ${nameOf(region.code)}`}
                value={region.share}
                onChange={(next) => typeof next === 'number' && next > 0 && share(region.code, next)}
                min={0.01}
                step={0.1}
                decimalScale={3}
              />
              <span className={classes.percent}>{whole > 0 ? `${((100 * region.share) / whole).toFixed(1)} %` : ''}</span>
              <ActionIcon
                size="sm"
                variant="subtle"
                color="gray"
                aria-label={`Leave out ${nameOf(region.code)}`}
                onClick={() => choose(value.filter((other) => other !== region).map((other) => other.code))}
              >
                ×
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
