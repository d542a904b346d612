import { Button, Group, Textarea } from '@mantine/core';
import { useDesign } from '../api/templates.ts';
import type { DesignAsked } from '../api/types.ts';
import { CommandLine } from '../parts/CommandLine.tsx';
import { FileChoice } from '../parts/FileChoice.tsx';
import { Trouble } from '../parts/Trouble.tsx';
import { ChoiceField } from './ChoiceField.tsx';
import { CountField } from './CountField.tsx';
import { DesignByModel } from './DesignByModel.tsx';
import { designCommand } from './shell.ts';
import { useKept } from './useKept.ts';
import { useOpenFile } from './useOpenFile.ts';
import { WordsFields, wordsOf } from './WordsFields.tsx';

type By = 'pack' | 'llm';
const INITIAL = { domain: '', variant: '', wishes: '', rows: 1000, by: 'pack' as By };
const DESIGNERS: Record<By, string> = { pack: 'Built-in trades', llm: 'Language model' };

/** Words for a template: what is sold, which kind, which columns. Or a file that it is made of. */
export function DesignForm({ onDesigned }: { onDesigned(id: string): void }) {
  const [form, change] = useKept<typeof INITIAL>('design', INITIAL);
  const design = useDesign();
  const open = useOpenFile((kept) => onDesigned(kept.id));
  const asked: DesignAsked = {
    ...(wordsOf(form) ?? { domain: '' }),
    rows: form.rows,
    by: form.by,
    ...(form.wishes.trim() === '' ? {} : { wishes: form.wishes.trim() }),
  };
  const begin = () => design.mutate(asked, { onSuccess: (made) => 'template' in made && onDesigned(made.id) });
  return (
    <>
      <WordsFields value={form} onChange={change} />
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
      <ChoiceField label="Who designs the template" isPlain options={DESIGNERS} value={form.by} onChange={(by) => change({ by })} />
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
