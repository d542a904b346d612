import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useDifference, useVersion } from '../api/templates.ts';
import type { Kept, Template } from '../api/types.ts';
import { Trouble } from '../parts/Trouble.tsx';
import classes from './Outcome.module.css';

/** What differs from a version that was kept, in words. */
export function Differences({ kept, template }: { kept: Kept; template: Template }) {
  const [wanted, setWanted] = useState<number>();
  const version = Math.min(wanted ?? kept.version, kept.version);
  const before = useVersion(kept.id, version);
  const difference = useDifference(version === kept.version ? kept.template : before.data?.template, template);
  const changes = difference.data?.changes ?? [];
  const versions = Array.from({ length: kept.version }, (_, index) => String(kept.version - index));
  return (
    <section aria-label="Changes">
      <h2 className={classes.heading} id="changes">
        Changes since version {version}
      </h2>
      {versions.length > 1 && (
        <NativeSelect
          size="xs"
          w={120}
          mb={4}
          aria-label="Compare with version"
          data={versions}
          value={String(version)}
          onChange={(event) => setWanted(Number(event.currentTarget.value))}
        />
      )}
      {difference.error && <Trouble error={difference.error} />}
      {changes.length === 0 ? (
        <p className={classes.notes}>None.</p>
      ) : (
        <ul className={classes.notes}>
          {changes.map((change) => (
            <li key={`${change.place} ${change.words}`}>{change.words}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
