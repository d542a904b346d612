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

/** What a file is taken for by itself; undefined where it is no table that others can refer to. */
export function kindOf(upload: Upload): Kind | undefined {
  const { found } = upload.recognised;
  if (!found) return undefined;
  return KINDS.find((kind) => kind === found.kind) ?? 'table';
}

/** Whether a job can be made with the file. */
export function isUsable(file: UserFile): boolean {
  const { found, trouble } = file.upload.recognised;
  return found != null && trouble == null;
}

/** Which of the files holds the orders and which the products: those that are known to, or else those that are left. */
export function rolesOf(files: readonly UserFile[]): { orders?: UserFile | undefined; products?: UserFile | undefined } {
  const orders = files.find((file) => kindOf(file.upload) === 'orders') ?? files.find((file) => kindOf(file.upload) !== 'products');
  const others = files.filter((file) => file !== orders);
  return { orders, products: others.find((file) => kindOf(file.upload) === 'products') ?? others[0] };
}

/** Rows that can be used; undefined where only the beginning of the file was read. */
export function rowsIn(upload: Upload): number | undefined {
  const { found, isWhole } = upload.recognised;
  return isWhole && found ? found.rows : undefined;
}

/** The user's words on keys, where they differ from what was recognized. */
export function keysOf(files: readonly UserFile[]): KeyOf[] {
  return files.flatMap(({ upload, key }) => {
    const found = upload.recognised.keys[0];
    if (key === undefined || key === found?.column) return [];
    const table = stem(upload.name);
    return [{ table, name: KEY_NAMES[kindOf(upload) ?? 'table'] ?? key, column: key }];
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
export function countTrouble(rows: number, orders: number | undefined): string | undefined {
  if (orders === undefined || rows <= orders) return undefined;
  return `${rows.toLocaleString('en')} are more than the ${orders.toLocaleString('en')} orders of the file`;
}

export type OrdersJob = Extract<Job, { orders: unknown }>['orders'];
export type DetailsJob = Extract<Job, { orderDetails: unknown }>['orderDetails'];
