import { NativeSelect, Switch, TagsInput, TextInput } from '@mantine/core';
import { readSample } from './rule.ts';
import { namedWords, resolved, type Schema, type Schemas, shapeOf } from './schema.ts';

interface Props {
  label: string;
  schema: Schema;
  schemas: Schemas;
  value: unknown;
  onChange(value: unknown): void;
}

/** A field, or a few, for a value that a schema describes. What is too deep for fields is left to the JSON beneath. */
export function SchemaField({ label, schema, schemas, value, onChange }: Props) {
  const shape = shapeOf(schema, schemas);
  const common = { label, description: schema.description, mt: 8 };
  switch (shape) {
    case 'words':
      return (
        <NativeSelect
          {...common}
          data={['', ...namedWords(schema)]}
          value={String(value ?? '')}
          onChange={(event) => onChange(event.currentTarget.value || undefined)}
        />
      );
    case 'text':
      return <TextInput {...common} value={String(value ?? '')} onChange={(event) => onChange(event.currentTarget.value)} />;
    case 'number':
      return (
        <TextInput
          {...common}
          inputMode="decimal"
          value={String(value ?? '')}
          onChange={(event) => onChange(event.currentTarget.value === '' ? undefined : readSample(event.currentTarget.value))}
        />
      );
    case 'truth':
      return <Switch {...common} checked={value === true} onChange={(event) => onChange(event.currentTarget.checked)} />;
    case 'list':
      return (
        <TagsInput
          {...common}
          value={Array.isArray(value) ? value.map(String) : []}
          onChange={(texts) => onChange(texts.map(readSample))}
        />
      );
    case 'fields': {
      const fields = (value ?? {}) as Record<string, unknown>;
      return Object.entries(schema.properties ?? {}).map(([name, inner]) => (
        <SchemaField
          key={name}
          label={name.replaceAll('_', ' ')}
          schema={{ ...resolved(inner, schemas), description: inner.description }}
          schemas={schemas}
          value={fields[name]}
          onChange={(next) => onChange(without({ ...fields, [name]: next }))}
        />
      ));
    }
    case 'deep':
      return (
        <p style={{ margin: '8px 0 0' }}>
          {label}: see the JSON. {schema.description}
        </p>
      );
  }
}

function without(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
