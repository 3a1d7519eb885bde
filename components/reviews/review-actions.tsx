'use client';

import { Check, MessageSquareWarning } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { notify } from '@/components/ui/notify';
import { TextArea } from '@/components/ui/text-area';
import { useChange } from '@/components/use-change';
import { useErrorWords } from '@/components/use-error-words';
import type { ReviewedReaction } from '@/lib/domain/reviews/reviews.contract';

type Props = { reviewed: ReviewedReaction };

/** Marks a reaction reviewed, with a remark or without. */
export function ReviewActions({ reviewed }: Props) {
  const t = useTranslations('reviews');
  const { reaction, review } = reviewed;
  const [open, setOpen] = useState(false);
  const [remark, setRemark] = useState('');
  const mark = useReviewChange(`/reviews/${reaction.id}`, () => setOpen(false));
  if (!reviewed.may.review) return null;
  return (
    <span className="flex justify-end gap-1">
      {review ? null : (
        <Button size="small" icon={<Check />} busy={mark.busy} onClick={() => void mark.run({}, t('marked'))}>
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
        onConfirm={() => void mark.run({ remark }, t('remarkSent'))}
      >
        <TextArea
          label={t('remarkField')}
          required
          maxLength={4000}
          value={remark}
          onValueChange={setRemark}
        />
      </AlertDialog>
    </span>
  );
}

/** The employee has read the remark; they may object. */
export function RemarkActions({ reviewed }: Props) {
  const t = useTranslations('reviews');
  const [open, setOpen] = useState(false);
  const [answer, setAnswer] = useState('');
  const acknowledge = useReviewChange(`/reviews/${reviewed.reaction.id}/acknowledge`, () => setOpen(false));
  if (!reviewed.may.acknowledge) return null;
  return (
    <span className="flex gap-2">
      <Button
        variant="primary"
        busy={acknowledge.busy}
        onClick={() => void acknowledge.run({}, t('acknowledged'))}
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
        onConfirm={() => void acknowledge.run({ answer }, t('acknowledged'))}
      >
        <TextArea
          label={t('answerField')}
          required
          maxLength={4000}
          value={answer}
          onValueChange={setAnswer}
        />
      </AlertDialog>
    </span>
  );
}

function useReviewChange(path: string, onDone: () => void) {
  const router = useRouter();
  const words = useErrorWords();
  const { run, busy, error } = useChange(
    ({ body }: { body: object; done: string }, { key }) => api.post(path, body, { key }),
    {
      onDone: (_, { done }) => {
        onDone();
        notify(done);
        router.refresh();
      },
    },
  );
  return {
    run: (body: object, done: string) => run({ body, done }),
    busy,
    problem: error ? words.ofError(error) : null,
    required: words.ofField('required'),
  };
}
