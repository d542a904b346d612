/**
 * Scrolling over more rows than a browser can lay out.
 *
 * A browser draws no element taller than some 16 million pixels, and a virtualizer that keeps a number a row would need gigabytes for
 * ten billion rows. So the scrolled element has a bounded height, and its position is a share of all rows: short tables scroll pixel by
 * pixel, long ones by a scale. Wheel and keys move by rows in both.
 */
export interface Tall {
  /** Height of the scrolled element, in pixels. */
  height: number;
  /** Rows that fit into the view, in part too. */
  fit: number;
  /** The greatest first row, a fraction where the last row is cut by the upper edge. */
  last: number;
  /** The greatest scroll position, in pixels. */
  reach: number;
}

/** The tallest element that all browsers draw, with a margin. */
const MOST_PIXELS = 6_000_000;

export function tall(rowsTotal: number, rowHeight: number, viewHeight: number): Tall {
  const view = Math.max(viewHeight, rowHeight);
  const height = Math.min(rowsTotal * rowHeight, MOST_PIXELS);
  const fit = view / rowHeight;
  return { height, fit, last: Math.max(0, rowsTotal - fit), reach: Math.max(0, height - view) };
}

/** The first row in view, for a scroll position in pixels. */
export function firstRow(tall: Tall, scrollTop: number): number {
  if (tall.reach === 0) return 0;
  return Math.min(1, Math.max(0, scrollTop / tall.reach)) * tall.last;
}

/** The scroll position in pixels, for the first row in view. */
export function scrollTop(tall: Tall, first: number): number {
  if (tall.last === 0) return 0;
  return (Math.min(tall.last, Math.max(0, first)) / tall.last) * tall.reach;
}

/** A first row within the table. */
export function clampRow(tall: Tall, first: number): number {
  return Math.min(tall.last, Math.max(0, first));
}

/** Where a key leads; undefined for keys that do not scroll. */
export function afterKey(tall: Tall, first: number, key: string): number | undefined {
  const page = Math.max(1, Math.floor(tall.fit) - 1);
  switch (key) {
    case 'ArrowDown':
      return clampRow(tall, Math.floor(first) + 1);
    case 'ArrowUp':
      return clampRow(tall, Math.ceil(first) - 1);
    case 'PageDown':
      return clampRow(tall, Math.floor(first) + page);
    case 'PageUp':
      return clampRow(tall, Math.ceil(first) - page);
    case 'Home':
      return 0;
    case 'End':
      return tall.last;
    default:
      return undefined;
  }
}
