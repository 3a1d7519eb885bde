'use client';

import { Check, MessageSquareWarning } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { InlineAlert } from '@/components/ui/inline-alert';
import { TextArea } from '@/components/ui/text-area';
import { useKeptForm } from '@/components/use-kept-form';
import type { ReviewedReaction } from '@/lib/domain/reviews/reviews.contract';
import { useReviewChange } from './use-review-change';

/** Marks a reaction reviewed, with a remark or without. */
export function ReviewActions({ reviewed }: { reviewed: ReviewedReaction }) {
  const t = useTranslations('reviews');
  const { reaction, review } = reviewed;
  const [open, setOpen] = useState(false);
  const saves = useTranslations('saves.about');
  const subject = `remark ${reaction.id}`;
  const kept = useKeptForm(subject, () => ({ remark: '' }));
  const { remark } = kept.form;
  const mark = useReviewChange(`/reviews/${reaction.id}`, {
    about: remark.trim() === '' ? saves('review') : saves('remark', { name: reaction.employee.name }),
    form: subject,
    onDone: () => {
      kept.startAnew();
      setOpen(false);
    },
  });
  if (!reviewed.may.review) return null;
  return (
    <span className="flex flex-wrap justify-end gap-1">
      {mark.problem && !open ? (
        <InlineAlert tone="danger" urgent>
          {mark.problem}
        </InlineAlert>
      ) : null}
      {review ? null : (
        <Button size="small" icon={<Check />} busy={mark.busy} onClick={() => mark.run({}, t('marked'))}>
          {t('mark')}
        </Button>
      )}
      <Button size="small" variant="quiet" icon={<MessageSquareWarning />} onClick={() => setOpen(true)}>
        {t('remark')}
      </Button>
      <AlertDialog
        open={open}
        onOpenChange={setOpen}
        tone="primary"
        title={t('remarkTitle')}
        text={t('remarkText', { name: reaction.employee.name })}
        confirmLabel={t('remarkSend')}
        busy={mark.busy}
        disabledReason={remark.trim() === '' ? mark.required : null}
        error={mark.problem}
        onConfirm={() => mark.run({ remark }, t('remarkSent'))}
      >
        <TextArea
          label={t('remarkField')}
          required
          maxLength={4000}
          value={remark}
          onValueChange={(remark) => kept.change({ remark })}
        />
      </AlertDialog>
    </span>
  );
}
