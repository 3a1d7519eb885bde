'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { InlineAlert } from '@/components/ui/inline-alert';
import { TextArea } from '@/components/ui/text-area';
import { useKeptForm } from '@/components/use-kept-form';
import type { ReviewedReaction } from '@/lib/domain/reviews/reviews.contract';
import { useReviewChange } from './use-review-change';

/** The employee has read the remark; they may object. */
export function RemarkActions({ reviewed }: { reviewed: ReviewedReaction }) {
  const t = useTranslations('reviews');
  const [open, setOpen] = useState(false);
  const about = useTranslations('saves.about')('acknowledge');
  const subject = `answer ${reviewed.reaction.id}`;
  const kept = useKeptForm(subject, () => ({ answer: '' }));
  const { answer } = kept.form;
  const acknowledge = useReviewChange(`/reviews/${reviewed.reaction.id}/acknowledge`, {
    about,
    form: subject,
    onDone: () => {
      kept.startAnew();
      setOpen(false);
    },
  });
  if (!reviewed.may.acknowledge) return null;
  return (
    <span className="flex flex-wrap gap-2">
      {acknowledge.problem && !open ? (
        <InlineAlert tone="danger" urgent>
          {acknowledge.problem}
        </InlineAlert>
      ) : null}
      <Button
        variant="primary"
        busy={acknowledge.busy}
        onClick={() => acknowledge.run({}, t('acknowledged'))}
      >
        {t('acknowledge')}
      </Button>
      <Button onClick={() => setOpen(true)}>{t('answerAction')}</Button>
      <AlertDialog
        open={open}
        onOpenChange={setOpen}
        tone="primary"
        title={t('answerTitle')}
        text={reviewed.review?.remark ?? ''}
        confirmLabel={t('answerSend')}
        busy={acknowledge.busy}
        disabledReason={answer.trim() === '' ? acknowledge.required : null}
        error={acknowledge.problem}
        onConfirm={() => acknowledge.run({ answer }, t('acknowledged'))}
      >
        <TextArea
          label={t('answerField')}
          required
          maxLength={4000}
          value={answer}
          onValueChange={(answer) => kept.change({ answer })}
        />
      </AlertDialog>
    </span>
  );
}
