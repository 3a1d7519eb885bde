'use client';

import { AlertDialog } from '@/components/ui/alert-dialog';
import { TextArea } from '@/components/ui/text-area';
import { useKeptForm } from '@/components/use-kept-form';
import { usePageChange } from '@/components/use-page-change';

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
  const kept = useKeptForm(subject, () => ({ said: '' }));
  const { said } = kept.form;
  const change = usePageChange(problems, () => {
    kept.startAnew();
    onClose();
  });
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
        onValueChange={(next) => kept.change({ said: next })}
      />
    </AlertDialog>
  );
}
