import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { ActionIcon, Checkbox, NativeSelect, NumberInput, TagsInput, TextInput } from '@mantine/core';
import { memo } from 'react';
import type { Column, Finding } from '../api/types.ts';
import classes from './ColumnsTable.module.css';
import { changeColumn, type Edit, removeColumn } from './edits.ts';
import { RuleButton } from './RuleForm.tsx';
import { readSample } from './rule.ts';

interface Props {
  id: string;
  /** Which table of the template, and which column of the table. */
  at: number;
  index: number;
  column: Column;
  types: readonly string[];
  problems: readonly Finding[];
  notes: readonly Finding[];
  onEdit: Edit;
}

/** One column to edit, with what is wrong with it beneath. Drawn again only when it is another: a line has many fields, and a table many lines. */
export const ColumnRow = memo(function ColumnRow({ id, at, index, column, types, problems, notes, onEdit }: Props) {
  const { setNodeRef, attributes, listeners, transform, transition, isDragging } = useSortable({ id });
  const { name } = column;
  const onChange = (change: Partial<Column>, field: keyof Column) =>
    onEdit((now) => changeColumn(now, at, index, change), `${at}.${index}.${field}`);
  const included = column.include !== false;
  const style = { transform: CSS.Translate.toString(transform), transition, zIndex: isDragging ? 3 : undefined };
  return (
    <li
      ref={setNodeRef}
      style={style}
      className={classes.column}
      data-out={!included || undefined}
      data-wrong={problems.length > 0 || undefined}
    >
      <button type="button" className={classes.handle} {...attributes} {...listeners} aria-label={`Move ${name}`}>
        <svg viewBox="0 0 8 14" width="8" height="14" aria-hidden="true">
          {[2, 7, 12].map((y) => [2, 6].map((x) => <circle key={`${x} ${y}`} cx={x} cy={y} r="1.2" fill="currentColor" />))}
        </svg>
      </button>
      <Checkbox
        className={classes.include}
        size="xs"
        checked={included}
        aria-label={`Include ${name}`}
        onChange={(event) => onChange({ include: event.currentTarget.checked ? undefined : false }, 'include')}
      />
      <TextInput
        className={classes.name}
        size="xs"
        aria-label={`Name of ${name}`}
        value={name}
        onChange={(event) => onChange({ name: event.currentTarget.value }, 'name')}
        error={problems.length > 0}
      />
      <NativeSelect
        className={classes.type}
        size="xs"
        aria-label={`Type of ${name}`}
        data={column.type == null ? [{ value: '', label: 'by rule' }, ...types] : [...types]}
        value={column.type ?? ''}
        onChange={(event) => onChange({ type: (event.currentTarget.value || undefined) as Column['type'] }, 'type')}
      />
      <TagsInput
        className={classes.samples}
        classNames={{ input: classes.tags ?? '' }}
        size="xs"
        aria-label={`Samples of ${name}`}
        placeholder={column.samples?.length ? '' : 'samples'}
        value={column.samples?.map(String) ?? []}
        onChange={(samples) => onChange({ samples: samples.length > 0 ? samples.map(readSample) : undefined }, 'samples')}
        splitChars={[',', ';']}
        comboboxProps={{ transitionProps: { duration: 0 } }}
      />
      <RuleButton className={classes.rule} name={name} fill={column.fill} onChange={(fill) => onChange({ fill }, 'fill')} />
      <Checkbox
        className={classes.key}
        size="xs"
        checked={column.key === 'primary'}
        label="key"
        aria-label={`${name} is the key`}
        onChange={(event) => onChange({ key: event.currentTarget.checked ? 'primary' : undefined }, 'key')}
      />
      <NumberInput
        className={classes.nulls}
        size="xs"
        aria-label={`Rows without ${name}, in percent`}
        placeholder="null"
        min={0}
        max={100}
        hideControls
        allowDecimal={false}
        value={column.null_percent ?? ''}
        onChange={(percent) => onChange({ null_percent: typeof percent === 'number' ? percent : undefined }, 'null_percent')}
      />
      <ActionIcon
        className={classes.remove}
        size="sm"
        variant="subtle"
        color="gray"
        aria-label={`Remove ${name}`}
        onClick={() => onEdit((now) => removeColumn(now, at, index))}
      >
        ×
      </ActionIcon>
      {problems.length > 0 && (
        <ul className={classes.problems} aria-label={`Problems of ${name}`}>
          {problems.map((problem) => (
            <li key={`${problem.place}${problem.message}`}>
              Problem: {problem.message}
              {problem.hint && <> · {problem.hint}</>}
            </li>
          ))}
        </ul>
      )}
      {notes.length > 0 && <p className={classes.notes}>{notes.map((note) => note.message).join('; ')}</p>}
    </li>
  );
});
