import { Button, Group, JsonInput, Modal, NativeSelect } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useSchemas } from '../api/schemas.ts';
import classes from './ColumnsTable.module.css';
import { type Fill, insideOf, inWords, kindOf } from './rule.ts';
import { SchemaField } from './SchemaField.tsx';
import { resolved, rulesOf, startOf } from './schema.ts';

interface Props {
  className: string | undefined;
  name: string;
  fill: Fill | null | undefined;
  onChange(fill: Fill | undefined): void;
}

/** How a column is filled, in words; opens a form to change it. */
export function RuleButton({ className, name, fill, onChange }: Props) {
  const [opened, { open, close }] = useDisclosure(false);
  const words = inWords(fill);
  return (
    <div className={className}>
      <button type="button" className={classes.ruleButton} onClick={open} title={words} aria-label={`Rule of ${name}: ${words}`}>
        {words}
      </button>
      <Modal
        opened={opened}
        onClose={close}
        title={`How ${name} is filled`}
        transitionProps={{ duration: 0 }}
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        <RuleForm
          fill={fill}
          onDone={(fill) => {
            onChange(fill);
            close();
          }}
        />
      </Modal>
    </div>
  );
}

/** All rules with their fields, drawn from the schema of templates. */
function RuleForm({ fill, onDone }: { fill: Fill | null | undefined; onDone(fill: Fill | undefined): void }) {
  const schemas = useSchemas();
  const [kind, setKind] = useState(kindOf(fill) ?? '');
  const [inside, setInside] = useState(insideOf(fill));
  const [text, setText] = useState<string>();
  if (!schemas.data) return <p role="status">Reading the rules …</p>;
  const rules = rulesOf(schemas.data);
  const rule = rules.find((one) => one.kind === kind);
  const choose = (kind: string) => {
    const rule = rules.find((one) => one.kind === kind);
    setKind(kind);
    setText(undefined);
    setInside(rule?.inside && startOf(rule.inside, schemas.data));
  };
  const done = () => {
    if (kind === '') onDone(undefined);
    else onDone((rule?.inside ? { [kind]: inside } : kind) as Fill);
  };
  const type = (text: string) => {
    setText(text);
    try {
      setInside(JSON.parse(text));
    } catch {
      // The field itself says that it is no JSON; the last sound value stands.
    }
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        done();
      }}
    >
      <NativeSelect
        label="Rule"
        data={[{ value: '', label: 'by its name' }, ...rules.map((one) => ({ value: one.kind, label: one.kind.replaceAll('_', ' ') }))]}
        value={kind}
        onChange={(event) => choose(event.currentTarget.value)}
        description={rule?.description ?? 'As the recipe of the table fills a column of this name; samples steer it.'}
        data-autofocus
      />
      {rule?.inside && (
        <SchemaField
          label={kind.replaceAll('_', ' ')}
          schema={resolved(rule.inside, schemas.data)}
          schemas={schemas.data}
          value={inside}
          onChange={setInside}
        />
      )}
      {rule?.inside && (
        <details style={{ marginTop: 8 }}>
          <summary>As JSON</summary>
          <JsonInput
            aria-label="The rule as JSON"
            autosize
            minRows={3}
            maxRows={14}
            value={text ?? JSON.stringify(inside, null, 2) ?? ''}
            onChange={type}
            validationError="This is not JSON"
          />
        </details>
      )}
      <Group mt="md" justify="flex-end">
        <Button type="submit" size="xs">
          Use this rule
        </Button>
      </Group>
    </form>
  );
}
