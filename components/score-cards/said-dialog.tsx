'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { TextArea } from '@/components/ui/text-area';
import { useKeptForm } from '@/components/use-kept-form';
import { scoreCardLimits } from '@/lib/domain/score-cards/score-card';
import { useCardChange } from './use-card-change';

type Props = {
  cardId: string;
  edition: number;
  /** Whose words they are: the employee's objection, or the reviewer's answer to one. */
  kind: 'object' | 'uphold';
};

/** Asks for the words of an objection, or of the answer to one; they stay until they are sent. */
export function SaidDialog({ cardId, edition, kind }: Props) {
  const t = useTranslations(`scoreCards.${kind}`);
  const [open, setOpen] = useState(false);
  const kept = useKeptForm(`score card ${cardId} ${kind}`, () => ({ said: '' }));
  const { said } = kept.form;
  const change = useCardChange(() => {
    kept.startAnew();
    setOpen(false);
  });
  const body = kind === 'object' ? { edition, objection: said } : { edition, reply: said };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('action')}</Button>
      <AlertDialog
        open={open}
        onOpenChange={(isOpen) => {
          setOpen(isOpen);
          change.clearError();
        }}
        tone="primary"
        title={t('title')}
        text={t('text')}
        confirmLabel={t('send')}
        busy={change.busy}
        disabledReason={said.trim() === '' ? change.required : null}
        error={change.problem}
        onConfirm={() => void change.run({ path: `/score-cards/${cardId}/${kind}`, body, done: t('done') })}
      >
        <TextArea
          label={t('field')}
          required
          maxLength={scoreCardLimits.summary}
          value={said}
          onValueChange={(said) => kept.change({ said })}
        />
      </AlertDialog>
    </>
  );
}
