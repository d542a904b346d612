import { Button, Group, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useDesign } from '../api/templates.ts';
import type { DesignAsked } from '../api/types.ts';
import { CommandLine } from '../parts/CommandLine.tsx';
import { FileChoice } from '../parts/FileChoice.tsx';
import { Trouble } from '../parts/Trouble.tsx';
import { CountField } from './CountField.tsx';
import { DesignByModel } from './DesignByModel.tsx';
import { DomainField } from './DomainField.tsx';
import { designCommand } from './shell.ts';
import { useKept } from './useKept.ts';
import { useOpenFile } from './useOpenFile.ts';

const INITIAL = { domain: '', variant: '', wishes: '', rows: 1000, by: 'pack' };

/** Words for a template: what is sold, which kind, which columns. Or a file that it is made of. */
export function DesignForm({ onDesigned }: { onDesigned(id: string): void }) {
  const [form, change] = useKept('design', INITIAL);
  const design = useDesign();
  const open = useOpenFile((kept) => onDesigned(kept.id));
  const asked: DesignAsked = {
    domain: form.domain.trim(),
    rows: form.rows,
    by: form.by === 'llm' ? 'llm' : 'pack',
    ...(form.variant.trim() === '' ? {} : { variant: form.variant.trim() }),
    ...(form.wishes.trim() === '' ? {} : { wishes: form.wishes.trim() }),
  };
  const begin = () => design.mutate(asked, { onSuccess: (made) => 'template' in made && onDesigned(made.id) });
  return (
    <>
      <DomainField value={form.domain} onChange={(domain) => change({ domain })} />
      <TextInput
        label="Variant"
        description="A narrower kind; may stay empty."
        placeholder="such as women's"
        value={form.variant}
        onChange={(event) => change({ variant: event.currentTarget.value })}
      />
      <Textarea
        label="Columns you would like, in words"
        description="Beyond the usual ones; parted by commas."
        placeholder="heel drop in mm, waterproof (boolean)"
        autosize
        minRows={2}
        value={form.wishes}
        onChange={(event) => change({ wishes: event.currentTarget.value })}
      />
      <CountField label="Rows" value={form.rows} onChange={(rows) => change({ rows })} />
      <SegmentedControl
        aria-label="Who designs the template"
        fullWidth
        size="xs"
        data={[
          { value: 'pack', label: 'Built-in trades' },
          { value: 'llm', label: 'Language model' },
        ]}
        value={form.by}
        onChange={(by) => change({ by })}
      />
      {form.by === 'llm' ? (
        <DesignByModel asked={asked} onDesigned={onDesigned} />
      ) : (
        <Button onClick={begin} disabled={asked.domain === ''} loading={design.isPending}>
          Make the template
        </Button>
      )}
      {design.error && <Trouble error={design.error} />}
      {asked.domain !== '' && <CommandLine command={designCommand(asked)} />}
      <Group>
        <FileChoice
          label="Import a configuration, CSV or schema"
          name="A file to make a template of"
          isBusy={open.isReading}
          onChoose={open.read}
        />
      </Group>
      {open.error !== null && <Trouble error={open.error} />}
    </>
  );
}
