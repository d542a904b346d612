/** The little of JSON Schema that the forms of rules are drawn from. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  oneOf?: Schema[];
  anyOf?: Schema[];
  properties?: Record<string, Schema>;
  items?: Schema | boolean;
  required?: string[];
  description?: string;
  default?: unknown;
}

export type Schemas = Record<string, Schema>;

/** A way to fill a column. */
export interface Rule {
  kind: string;
  description: string;
  /** What stands behind the name; undefined for a bare word. */
  inside: Schema | undefined;
}

/** Follows a reference; a description beside it stays. */
export function resolved(schema: Schema, schemas: Schemas): Schema {
  if (schema.$ref === undefined) return schema;
  const found = schemas[schema.$ref.split('/').at(-1) ?? ''];
  return found ? { ...found, description: schema.description ?? found.description } : schema;
}

export function rulesOf(schemas: Schemas): Rule[] {
  return (schemas.Fill?.oneOf ?? []).flatMap((one): Rule[] => {
    const description = one.description ?? '';
    if (typeof one.const === 'string') return [{ kind: one.const, description, inside: undefined }];
    const [kind, inside] = Object.entries(one.properties ?? {})[0] ?? [];
    return kind === undefined ? [] : [{ kind, description, inside }];
  });
}

/** How a value is asked for. */
export type Shape = 'words' | 'text' | 'number' | 'truth' | 'list' | 'fields' | 'deep';

export function shapeOf(schema: Schema, schemas: Schemas): Shape {
  if (namedWords(schema).length > 0) return 'words';
  const types = [schema.type ?? []].flat();
  if (types.includes('boolean')) return 'truth';
  if (types.includes('integer') || types.includes('number')) return 'number';
  if (types.includes('string')) return 'text';
  if (schema.anyOf?.some((one) => one.type === 'number')) return 'number';
  if (types.includes('array') && typeof schema.items === 'object') {
    const items = resolved(schema.items, schemas);
    const plain = ['text', 'number'].includes(shapeOf(items, schemas)) || items.anyOf?.some((one) => one.type === 'string');
    return plain ? 'list' : 'deep';
  }
  return schema.properties ? 'fields' : 'deep';
}

/** The words that a value can be. */
export function namedWords(schema: Schema): string[] {
  const words = [...(schema.enum ?? []), ...(schema.oneOf ?? []).map((one) => one.const)];
  return words.filter((word): word is string => typeof word === 'string');
}

/** A value to begin with: what has a default is left out, the rest is the first or the least. */
export function startOf(schema: Schema, schemas: Schemas): unknown {
  const known = resolved(schema, schemas);
  switch (shapeOf(known, schemas)) {
    case 'words':
      return namedWords(known)[0];
    case 'text':
      return '';
    case 'number':
      return 0;
    case 'truth':
      return false;
    case 'list':
      return [];
    case 'fields':
      return Object.fromEntries((known.required ?? []).map((name) => [name, startOf(known.properties?.[name] ?? {}, schemas)]));
    case 'deep':
      return known.properties ? {} : null;
  }
}
