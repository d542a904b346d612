import { Skeleton } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useCharts } from '../api/jobs.ts';
import type { Job } from '../api/types.ts';
import { plural } from '../parts/format.ts';
import { Trouble } from '../parts/Trouble.tsx';
import classes from './ChartsView.module.css';
import type { View } from './Outcome.tsx';

const Chart = lazy(() => import('../parts/Chart.tsx'));
const WorldMap = lazy(() => import('../parts/WorldMap.tsx'));

export type ChartName = 'days' | 'baskets' | 'popularity' | 'revenue' | 'prices' | 'places';

/** A tab with the map of customers. */
export const MAP: View = { value: 'map', name: 'Map', show: (job) => <MapView job={job} /> };

/** Tabs with charts of a job: one with the charts, one with the map. */
export function chartViews(names: readonly ChartName[]): View[] {
  const charts = names.filter((name) => name !== 'places');
  const views: View[] = [{ value: 'charts', name: 'Charts', show: (job) => <ChartsView job={job} names={charts} /> }];
  if (names.includes('places')) views.push(MAP);
  return views;
}

/** Charts of rows that are spread over the whole of each table. */
function ChartsView({ job, names }: { job: Job; names: readonly Exclude<ChartName, 'places'>[] }) {
  const charts = useCharts(job);
  if (charts.error) return <Trouble error={charts.error} retry={charts.refetch} />;
  if (!charts.data) return <Skeleton height={380} aria-label="Reading rows for the charts" role="status" />;
  const { data } = charts;
  const read = data.read.map((one) => `${plural(one.rows, 'row')} of ${one.table}`).join(', ');
  return (
    <div>
      <div className={classes.charts}>
        <Suspense fallback={<Skeleton height={380} />}>
          {names.map((name) => (
            <Chart key={name} name={name} charts={data} />
          ))}
        </Suspense>
      </div>
      <p className={classes.read}>From {read}, spread evenly over each table.</p>
    </div>
  );
}

/** Where customers live. */
function MapView({ job }: { job: Job }) {
  const charts = useCharts(job);
  if (charts.error) return <Trouble error={charts.error} retry={charts.refetch} />;
  if (!charts.data) return <Skeleton height={380} aria-label="Reading rows for the map" role="status" />;
  return (
    <Suspense fallback={<Skeleton height={380} />}>
      <WorldMap points={charts.data.places} />
    </Suspense>
  );
}
