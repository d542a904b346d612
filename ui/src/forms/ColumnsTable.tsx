import { closestCenter, DndContext, type DragEndEvent, KeyboardSensor, PointerSensor, useSensor, useSensors } from '@dnd-kit/core';
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { Button, Group, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Column, Finding, Table } from '../api/types.ts';
import { ofColumn } from '../parts/place.ts';
import { ColumnRow } from './ColumnRow.tsx';
import classes from './ColumnsTable.module.css';
import { addColumn, type Edit, moveColumn } from './edits.ts';

interface Props {
  /** Which table of the template. */
  at: number;
  table: Table;
  columns: readonly Column[];
  types: readonly string[];
  problems: readonly Finding[];
  notes: readonly Finding[];
  onEdit: Edit;
}

type Item = { id: string | number };
type Moved = { active: Item; over: Item | null };

/** The columns of a table: in or out, name, type, samples, rule, key, gaps; in their order. */
export function ColumnsTable({ at, table, columns, types, problems, notes, onEdit }: Props) {
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const ids = useMemo(() => Array.from({ length: columns.length }, (_, index) => `column-${index}`), [columns.length]);
  const dropped = ({ active, over }: DragEndEvent) => {
    if (over && active.id !== over.id) onEdit((now) => moveColumn(now, at, ids.indexOf(String(active.id)), ids.indexOf(String(over.id))));
  };
  const announced = {
    onDragStart: ({ active }: { active: Item }) =>
      `Taken: ${nameOf(columns, active.id)}. Arrow keys move it, space drops it, escape puts it back.`,
    onDragOver: ({ active, over }: Moved) =>
      over && over.id !== active.id ? `Now at the place of ${nameOf(columns, over.id)}.` : undefined,
    onDragEnd: ({ active }: { active: Item }) => `Dropped: ${nameOf(columns, active.id)}.`,
    onDragCancel: ({ active }: { active: Item }) => `Put back: ${nameOf(columns, active.id)}.`,
  };
  return (
    <div>
      <DndContext sensors={sensors} collisionDetection={closestCenter} onDragEnd={dropped} accessibility={{ announcements: announced }}>
        <SortableContext items={ids} strategy={verticalListSortingStrategy}>
          <ol className={classes.columns} aria-label={`Columns of ${table.name}`}>
            <li className={classes.heads} aria-hidden="true">
              <span />
              <span>In</span>
              <span>Name</span>
              <span>Type</span>
              <span>Samples</span>
              <span>Rule</span>
              <span>Key</span>
              <span>Null %</span>
              <span />
            </li>
            {columns.map((column, index) => (
              <ColumnRow
                key={ids[index]}
                id={ids[index] ?? ''}
                at={at}
                index={index}
                column={column}
                types={types}
                problems={ofColumn(problems, at, index)}
                notes={ofColumn(notes, at, index)}
                onEdit={onEdit}
              />
            ))}
          </ol>
        </SortableContext>
      </DndContext>
      <AddColumn onAdd={(name) => onEdit((now) => addColumn(now, at, name))} />
    </div>
  );
}

/** A column by its name alone: how it is filled is guessed from it, and said. */
function AddColumn({ onAdd }: { onAdd(name: string): void }) {
  const [name, setName] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onAdd(name.trim() || 'column');
        setName('');
      }}
    >
      <Group gap="xs" mt="xs">
        <TextInput
          size="xs"
          aria-label="Name of a new column"
          placeholder="name of a new column"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button size="xs" variant="default" type="submit">
          Add column
        </Button>
      </Group>
    </form>
  );
}

function nameOf(columns: readonly Column[], id: string | number): string {
  return columns[Number(String(id).split('-')[1])]?.name ?? 'column';
}
