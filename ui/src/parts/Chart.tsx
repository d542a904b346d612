import { useComputedColorScheme } from '@mantine/core';
import { BarChart, BoxplotChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import type { Charts } from '../api/types.ts';
import classes from './Chart.module.css';
import { type ChartName, described } from './described.ts';

use([BarChart, BoxplotChart, LineChart, AriaComponent, GridComponent, TooltipComponent, SVGRenderer]);

/** One chart with its title, and in words what it shows. */
export default function Chart({ name, charts }: { name: ChartName; charts: Charts }) {
  const frame = useRef<HTMLDivElement>(null);
  const scheme = useComputedColorScheme('light');
  const { title, words, option } = described(name, charts);
  const drawn = JSON.stringify(option);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const style = getComputedStyle(element);
    const chart = init(element, null, { renderer: 'svg' });
    const grey = style.getPropertyValue('--mantine-color-dimmed');
    const axis = {
      axisLabel: { color: grey },
      axisLine: { lineStyle: { color: grey } },
      splitLine: { lineStyle: { color: style.getPropertyValue('--line') } },
    };
    const { xAxis, yAxis, ...rest } = JSON.parse(drawn);
    chart.setOption({
      animation: false,
      color: [scheme === 'dark' ? '#2a9196' : '#0c6a6e'],
      textStyle: { fontFamily: style.fontFamily },
      grid: { left: 8, right: 18, top: 12, bottom: 8, containLabel: true },
      tooltip: { trigger: 'axis', confine: true },
      xAxis: { ...xAxis, ...axis },
      yAxis: { ...yAxis, ...axis },
      ...rest,
    });
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(element);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
  }, [drawn, scheme]);
  return (
    <figure className={classes.frame}>
      <figcaption>
        <strong>{title}</strong>
        <span>{words}</span>
      </figcaption>
      <div ref={frame} className={classes.chart} role="img" aria-label={`${title}: ${words}`} />
    </figure>
  );
}
