import type { Job, KeyOf, Upload } from '../api/types.ts';

/** A file of the user's that a job needs, as it is shown in a form. */
export interface UserFile {
  upload: Upload;
  /** The column that the user calls the key; undefined leaves it to what was recognized. */
  key?: string;
}

/** What a file can be said to hold. */
export const KINDS = ['customers', 'products', 'orders', 'employees', 'offices', 'table'] as const;
export type Kind = (typeof KINDS)[number];

/** What the rows of each kind are known by, as orders call it. */
const KEY_NAMES: Partial<Record<string, string>> = {
  customers: 'customerNumber',
  products: 'productCode',
  orders: 'orderNumber',
  employees: 'employeeNumber',
  offices: 'officeCode',
};

/** The user's words on keys, where they differ from what was recognized. */
export function keysOf(files: readonly UserFile[]): KeyOf[] {
  return files.flatMap(({ upload, key }) => {
    const found = upload.recognised.keys[0];
    if (key === undefined || key === found?.column) return [];
    const table = stem(upload.name);
    return [{ table, name: KEY_NAMES[upload.recognised.kind] ?? key, column: key }];
  });
}

/** `customers.csv` as `customers`. */
export function stem(name: string): string {
  return name.split('.')[0] ?? name;
}

/** A name under which the server takes the file for what the user says it holds. */
export function nameFor(kind: Kind, name: string): string {
  const ending = name.slice(stem(name).length) || '.csv';
  return kind === 'table' ? `table_${stem(name)}${ending}` : `${kind}${ending}`;
}

/** What is wrong with a number of order details; undefined where nothing is. */
export function countTrouble(rows: number, orders: number | null | undefined): string | undefined {
  if (orders == null || rows <= orders) return undefined;
  return `${rows.toLocaleString('en')} are more than the ${orders.toLocaleString('en')} orders of the file`;
}

export type OrdersJob = Extract<Job, { orders: unknown }>['orders'];
export type DetailsJob = Extract<Job, { orderDetails: unknown }>['orderDetails'];
