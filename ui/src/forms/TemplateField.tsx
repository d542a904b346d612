import { Group, NativeSelect } from '@mantine/core';
import { useTemplates } from '../api/templates.ts';
import { FileChoice } from '../parts/FileChoice.tsx';
import { Trouble } from '../parts/Trouble.tsx';
import { useOpenFile } from './useOpenFile.ts';

interface Props {
  /** The id of a template that is kept, or empty. */
  value: string;
  onChange(id: string): void;
}

/** A template that is kept here, or a configuration file from disk, which is kept then. */
export function TemplateField({ value, onChange }: Props) {
  const templates = useTemplates();
  const open = useOpenFile((kept) => onChange(kept.id));
  const known = templates.data?.map((template) => ({ value: template.id, label: `${template.name} (version ${template.version})` })) ?? [];
  return (
    <div>
      <NativeSelect
        label="Template"
        data={[{ value: '', label: known.length === 0 ? 'none is kept yet' : 'choose one' }, ...known]}
        value={known.some((option) => option.value === value) ? value : ''}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <Group mt={6}>
        <FileChoice
          label="Open a configuration file"
          name="Configuration file"
          accept=".json,.yaml,.yml,application/json"
          isBusy={open.isReading}
          onChoose={open.read}
        />
      </Group>
      {open.error !== null && (
        <div style={{ marginTop: 6 }}>
          <Trouble error={open.error} />
        </div>
      )}
    </div>
  );
}
