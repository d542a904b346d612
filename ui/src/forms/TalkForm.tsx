import { Button, Checkbox, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useLlm } from '../api/about.ts';
import { useRefine } from '../api/templates.ts';
import type { Template } from '../api/types.ts';
import { CommandLine } from '../parts/CommandLine.tsx';
import { Trouble } from '../parts/Trouble.tsx';
import { refineCommand } from './shell.ts';

/** Changes a template by words: `add the heel drop in mm; hide rating`. */
export function TalkForm({ template, onChange }: { template: Template; onChange(template: Template): void }) {
  const [words, setWords] = useState('');
  const [byModel, setByModel] = useState(false);
  const llm = useLlm();
  const refine = useRefine();
  const by = byModel ? 'llm' : 'pack';
  const begin = () =>
    refine.mutate(
      { template, instructions: words, by },
      {
        onSuccess: (refined) => {
          onChange(refined.template);
          setWords('');
        },
      },
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (words.trim() !== '') begin();
      }}
    >
      <Group gap="xs" wrap="nowrap" align="flex-end">
        <TextInput
          style={{ flex: 1, minWidth: 0 }}
          label="Change by talking"
          placeholder="add the heel drop in mm; hide rating; price from 80 to 160"
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={refine.isPending} disabled={words.trim() === ''}>
          Change
        </Button>
      </Group>
      {llm.data?.configured && (
        <Checkbox
          mt={6}
          size="xs"
          label={`Let ${llm.data.model ?? 'the language model'} understand it`}
          checked={byModel}
          onChange={(event) => setByModel(event.currentTarget.checked)}
        />
      )}
      <div role="status" style={{ marginTop: refine.data ? 6 : 0 }}>
        {refine.data && !refine.isPending && `Done: ${refine.data.done.join('; ') || 'nothing'}.`}
        {refine.data && refine.data.refused.length > 0 && ` Refused: ${refine.data.refused.join('; ')}.`}
      </div>
      {refine.error && <Trouble error={refine.error} />}
      {words.trim() !== '' && (
        <div style={{ marginTop: 6 }}>
          <CommandLine command={refineCommand(template.name, words.trim(), by)} />
        </div>
      )}
    </form>
  );
}
