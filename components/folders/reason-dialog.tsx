'use client';

import { useState } from 'react';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { TextArea } from '@/components/ui/text-area';
import { useKeptForm } from '@/components/use-kept-form';
import { useFolderChange } from './use-folder-change';

type Props = {
  /** What the words are about: they stay in this tab until they are sent. */
  subject: string;
  trigger: string;
  triggerLabel?: string;
  title: string;
  text: string;
  field: string;
  confirm: string;
  /** What stands there already. */
  begin?: string;
  send: (words: string) => { method?: 'put'; path: string; body: object; done: string };
};

/** Asks for words and does what they are the reason of. */
export function ReasonDialog({
  subject,
  trigger,
  triggerLabel,
  title,
  text,
  field,
  confirm,
  begin = '',
  send,
}: Props) {
  const [open, setOpen] = useState(false);
  const kept = useKeptForm(subject, () => ({ words: begin }));
  const { words } = kept.form;
  const change = useFolderChange(() => {
    kept.startAnew();
    setOpen(false);
  });
  return (
    <>
      <Button size="small" aria-label={triggerLabel} onClick={() => setOpen(true)}>
        {trigger}
      </Button>
      <AlertDialog
        open={open}
        onOpenChange={(isOpen) => {
          setOpen(isOpen);
          change.clearError();
        }}
        tone="primary"
        title={title}
        text={text}
        confirmLabel={confirm}
        busy={change.busy}
        disabledReason={words.trim() === '' ? change.required : null}
        error={change.problem ?? change.fieldProblem('text') ?? null}
        onConfirm={() => void change.run(send(words))}
      >
        <TextArea
          label={field}
          required
          maxLength={1000}
          value={words}
          onValueChange={(changed) => kept.change({ words: changed })}
        />
      </AlertDialog>
    </>
  );
}
