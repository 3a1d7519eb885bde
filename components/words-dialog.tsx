'use client';

import { AlertDialog } from '@/components/ui/alert-dialog';
import { TextArea } from '@/components/ui/text-area';
import { usePageForm } from '@/components/use-page-form';

type Props = {
  /** Under which the words stay until they are sent. */
  subject: string;
  words: { title: string; text: string; field: string; save: string; done: string };
  path: string;
  /** The request with these words in it. */
  bodyOf: (said: string) => object;
  problems: string;
  maxLength: number;
  onClose: () => void;
};

/** Asks for the words that an act needs, and sends them. */
export function WordsDialog({ subject, words, path, bodyOf, problems, maxLength, onClose }: Props) {
  const { form, set, change } = usePageForm({
    subject,
    begin: () => ({ said: '' }),
    problems,
    onDone: onClose,
  });
  const { said } = form;
  return (
    <AlertDialog
      open
      onOpenChange={onClose}
      tone="primary"
      title={words.title}
      text={words.text}
      confirmLabel={words.save}
      busy={change.busy}
      disabledReason={said.trim() === '' ? change.required : null}
      error={change.problem}
      onConfirm={() => void change.run({ path, body: bodyOf(said.trim()), done: words.done })}
    >
      <TextArea
        label={words.field}
        required
        rows={4}
        maxLength={maxLength}
        value={said}
        onValueChange={(next) => set({ said: next })}
      />
    </AlertDialog>
  );
}
