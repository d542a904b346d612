import { Button, FileButton } from '@mantine/core';
import { useRef } from 'react';

interface Props {
  label: string;
  /** What the field is called for those who do not see the button. */
  name: string;
  accept?: string;
  isBusy: boolean;
  onChoose(file: File): void;
}

/** A button that takes a file. The same file can be chosen again after it was mended. */
export function FileChoice({ label, name, accept, isBusy, onChoose }: Props) {
  const reset = useRef<() => void>(null);
  const chosen = (file: File | null) => {
    if (file === null) return;
    onChoose(file);
    reset.current?.();
  };
  return (
    <FileButton resetRef={reset} onChange={chosen} accept={accept} inputProps={{ 'aria-label': name }}>
      {(props) => (
        <Button {...props} size="xs" variant="default" loading={isBusy}>
          {label}
        </Button>
      )}
    </FileButton>
  );
}
