import { geoEquirectangular, geoNaturalEarth1, geoPath } from 'd3-geo';
import { useMemo } from 'react';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import world from 'world-atlas/countries-110m.json';
import type { MapPoint } from '../api/types.ts';
import { formatCount, plural } from './format.ts';
import classes from './WorldMap.module.css';

const WIDTH = 960;
const HEIGHT = 480;
/** Radius of a place with the most customers, in units of the drawing. */
const MOST_RADIUS = 9;

const topology = world as unknown as Topology<{ countries: GeometryCollection }>;
const countries = feature(topology, topology.objects.countries);

/** Places on a map that shows as much of the world as they need; the area of a dot stands for customers. */
export default function WorldMap({ points }: { points: readonly MapPoint[] }) {
  const drawn = useMemo(() => draw(points), [points]);
  const customers = points.reduce((sum, point) => sum + point.customers, 0);
  const most = [...points].sort((one, other) => other.customers - one.customers).slice(0, 10);
  return (
    <figure className={classes.frame}>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        className={classes.map}
        role="img"
        aria-label={`${plural(points.length, 'place')} where ${formatCount(customers)} customers of a sample live`}
      >
        <path d={drawn.land} className={classes.land} />
        {drawn.dots.map((dot) => (
          <circle key={dot.key} cx={dot.x} cy={dot.y} r={dot.radius} className={classes.dot}>
            <title>{dot.title}</title>
          </circle>
        ))}
      </svg>
      <figcaption>
        {plural(points.length, 'place')} of a sample of {plural(customers, 'customer')}. Most live in{' '}
        {most.map((point) => `${point.city} (${point.country}, ${formatCount(point.customers)})`).join('; ')}.
      </figcaption>
    </figure>
  );
}

function draw(points: readonly MapPoint[]) {
  const spread = { type: 'MultiPoint' as const, coordinates: points.map((point) => [point.longitude, point.latitude]) };
  const longitudes = points.map((point) => point.longitude);
  const width = Math.max(...longitudes, -180) - Math.min(...longitudes, 180);
  // A country or a continent fills the drawing; customers all over are shown on the whole world.
  const projection =
    points.length > 1 && width < 150
      ? geoEquirectangular().fitExtent(
          [
            [60, 40],
            [WIDTH - 60, HEIGHT - 40],
          ],
          spread,
        )
      : geoNaturalEarth1().fitSize([WIDTH, HEIGHT], { type: 'Sphere' });
  projection.clipExtent([
    [-20, -20],
    [WIDTH + 20, HEIGHT + 20],
  ]);
  const greatest = Math.max(...points.map((point) => point.customers), 1);
  const dots = points.flatMap((point) => {
    const at = projection([point.longitude, point.latitude]);
    if (!at) return [];
    const radius = Math.max(1.5, MOST_RADIUS * Math.sqrt(point.customers / greatest));
    const title = `${point.city}, ${point.country}: ${plural(point.customers, 'customer')}`;
    return [{ key: `${point.latitude} ${point.longitude} ${point.city}`, x: at[0], y: at[1], radius, title }];
  });
  return { land: geoPath(projection)(countries) ?? '', dots };
}
