import { Button, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { useRef, useState } from 'react';
import type { Found } from '../api/types.ts';
import { sendFile } from '../api/uploads.ts';
import { Trouble } from '../parts/Trouble.tsx';
import { FileCard } from './FileCard.tsx';
import classes from './FilesField.module.css';
import { type Kind, nameFor, type UserFile } from './files.ts';
import { MadeHere } from './MadeHere.tsx';

interface Props {
  label: string;
  hint: string;
  files: readonly UserFile[];
  /** What they are taken for beside each other, where that is known. */
  found?: readonly (Found | undefined)[] | undefined;
  onChange(change: (files: readonly UserFile[]) => UserFile[]): void;
}

/** A file on its way to the server. */
interface Sending {
  name: string;
  share: number;
  stop: AbortController;
}

/** Files by drop or by choice; of each, what was recognized in it, to be corrected. */
export function FilesField({ label, hint, files, found, onChange }: Props) {
  const [sending, setSending] = useState<readonly Sending[]>([]);
  const [trouble, setTrouble] = useState<unknown>(null);
  // A file is sent again under another name when the user says what it holds.
  const kept = useRef(new Map<string, File>());

  const send = async (file: File, name: string, replaces?: string) => {
    const stop = new AbortController();
    setSending((before) => [...before, { name, share: 0, stop }]);
    setTrouble(null);
    const told = (share: number) => setSending((before) => before.map((one) => (one.stop === stop ? { ...one, share } : one)));
    try {
      const upload = await sendFile(file, name, told, stop.signal);
      kept.current.set(upload.id, file);
      onChange((before) => {
        const at = before.findIndex((one) => one.upload.id === replaces);
        return at < 0 ? [...before, { upload }] : before.map((one, index) => (index === at ? { upload } : one));
      });
    } catch (error) {
      if (!stop.signal.aborted) setTrouble(error);
    }
    setSending((before) => before.filter((one) => one.stop !== stop));
  };

  const holds = (file: UserFile, kind: Kind) => {
    const whole = kept.current.get(file.upload.id);
    if (whole) send(whole, nameFor(kind, file.upload.name), file.upload.id);
  };

  return (
    <div>
      <Text size="sm" fw={600} component="div" mb={4}>
        {label}
      </Text>
      <Dropzone
        onDrop={(dropped) => {
          for (const file of dropped) send(file, file.name);
        }}
        multiple
        className={classes.zone}
        inputProps={{ 'aria-label': label }}
        enablePointerEvents
      >
        <Text size="sm" ta="center">
          Drop CSV files here, or <u>choose</u>
          <Text span c="dimmed" size="xs" display="block">
            {hint}
          </Text>
        </Text>
      </Dropzone>
      <MadeHere label={`${label}: a file that was made here`} onChoose={(file) => send(file, file.name)} onTrouble={setTrouble} />
      {sending.map((one) => (
        <div key={one.name} className={classes.sending} role="status">
          <span>{one.share < 1 ? `Sending ${one.name}` : `Reading ${one.name}`}</span>
          <progress aria-label={`Sending ${one.name}`} value={one.share} max={1} />
          <Button size="compact-xs" variant="default" onClick={() => one.stop.abort()}>
            Cancel
          </Button>
        </div>
      ))}
      {trouble !== null && <Trouble error={trouble} />}
      {files.map((file, index) => (
        <FileCard
          key={file.upload.id}
          file={file}
          found={found?.[index]?.file === file.upload.name ? found[index] : undefined}
          canRename={kept.current.has(file.upload.id)}
          onKind={(kind) => holds(file, kind)}
          onKey={(key) => onChange((before) => before.map((one) => (one.upload.id === file.upload.id ? { ...one, key } : one)))}
          onRemove={() => onChange((before) => before.filter((one) => one.upload.id !== file.upload.id))}
        />
      ))}
    </div>
  );
}
