import type { Charts } from '../api/types.ts';
import { formatCount } from './format.ts';

export type ChartName = 'days' | 'baskets' | 'popularity' | 'revenue' | 'prices';

/** A chart: what it is called, what it says in words, and how ECharts draws it. */
export interface Described {
  title: string;
  words: string;
  option: object;
}

export function described(name: ChartName, charts: Charts): Described {
  switch (name) {
    case 'days':
      return days(charts);
    case 'baskets':
      return baskets(charts);
    case 'popularity':
      return popularity(charts);
    case 'revenue':
      return revenue(charts);
    case 'prices':
      return prices(charts);
  }
}

const NONE = 'There is nothing to count.';

function days({ ordersByDay }: Charts): Described {
  const [first, last] = [ordersByDay[0], ordersByDay.at(-1)];
  const best = greatest(ordersByDay, (one) => one.orders);
  return {
    title: 'Orders by day',
    words: first && last && best ? `From ${first.day} to ${last.day}; most on ${best.day}, ${formatCount(best.orders)}.` : NONE,
    option: {
      xAxis: { type: 'time' },
      yAxis: { type: 'value' },
      series: [
        {
          type: 'line',
          name: 'orders',
          showSymbol: false,
          lineStyle: { width: 1 },
          areaStyle: { opacity: 0.15 },
          data: ordersByDay.map((one) => [one.day, one.orders]),
        },
      ],
    },
  };
}

function baskets({ basketSizes }: Charts): Described {
  const orders = sum(basketSizes.map((one) => one.orders));
  const lines = sum(basketSizes.map((one) => one.orders * one.products));
  return {
    title: 'Products in an order',
    words: orders > 0 ? `${(lines / orders).toFixed(1)} on the average of ${formatCount(orders)} orders.` : NONE,
    option: {
      xAxis: { type: 'category', data: basketSizes.map((one) => one.products) },
      yAxis: { type: 'value' },
      series: [{ type: 'bar', name: 'orders', data: basketSizes.map((one) => one.orders) }],
    },
  };
}

function popularity({ popularity }: Charts): Described {
  const best = popularity[0];
  return {
    title: 'How often products sell',
    words: best ? `${best.product} sells best: it is in ${formatCount(best.lines)} of the orders read.` : NONE,
    option: {
      xAxis: { type: 'category', data: popularity.map((one) => one.rank) },
      yAxis: { type: 'value' },
      series: [{ type: 'bar', name: 'orders with it', barCategoryGap: '10%', data: popularity.map((one) => one.lines) }],
    },
  };
}

function revenue({ revenueByCustomers }: Charts): Described {
  const fifth = revenueByCustomers.find((one) => one.customersPerMille >= 200);
  return {
    title: 'Revenue by customers',
    words: fifth ? `The best fifth of those who ordered makes ${(fifth.revenuePerMille / 10).toFixed(0)} % of the revenue.` : NONE,
    option: {
      xAxis: { type: 'value', max: 100, name: '' },
      yAxis: { type: 'value', max: 100 },
      series: [
        {
          type: 'line',
          name: '% of revenue',
          showSymbol: false,
          areaStyle: { opacity: 0.15 },
          data: revenueByCustomers.map((one) => [one.customersPerMille / 10, one.revenuePerMille / 10]),
        },
      ],
    },
  };
}

function prices({ pricesByKind }: Charts): Described {
  const all = sum(pricesByKind.map((one) => one.products));
  const low = Math.min(...pricesByKind.map((one) => one.lowestMinor));
  const high = Math.max(...pricesByKind.map((one) => one.highestMinor));
  return {
    title: 'Prices by kind',
    words: all > 0 ? `${formatCount(all)} products from ${money(low)} to ${money(high)}; boxes hold the middle half.` : NONE,
    option: {
      xAxis: { type: 'value' },
      yAxis: { type: 'category', data: pricesByKind.map((one) => one.kind) },
      series: [
        {
          type: 'boxplot',
          itemStyle: { color: 'transparent', borderColor: '#2a9196' },
          data: pricesByKind.map((one) =>
            [one.lowestMinor, one.quarterMinor, one.middleMinor, one.threeQuartersMinor, one.highestMinor].map((minor) => minor / 100),
          ),
        },
      ],
    },
  };
}

function money(minor: number): string {
  return `${formatCount(Math.trunc(minor / 100))}.${String(minor % 100).padStart(2, '0')}`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function greatest<T>(all: readonly T[], by: (one: T) => number): T | undefined {
  return all.reduce<T | undefined>((best, one) => (best === undefined || by(one) > by(best) ? one : best), undefined);
}
