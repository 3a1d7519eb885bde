'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/badge';
import type { ReviewedReaction } from '@/lib/domain/reviews/reviews.contract';

/** Who reviewed a reaction, what they remarked, and what the employee said to it. */
export function ReviewNote({ review }: Pick<ReviewedReaction, 'review'>) {
  const t = useTranslations('reviews');
  const format = useFormatter();
  if (!review) return <Badge>{t('notReviewed')}</Badge>;
  const at = (time: number) => format.dateTime(time, 'dateTime');
  return (
    <span className="flex flex-col">
      <span className="text-soft">
        {t('reviewedBy', { name: review.reviewedBy?.name ?? '—', at: at(review.reviewedAt) })}
      </span>
      {review.remark ? <span>{t('remarkSaid', { remark: review.remark })}</span> : null}
      {review.remark && review.acknowledgedAt === null ? (
        <span className="text-warn-ink">{t('waitsFor', { name: review.remarkTo?.name ?? '—' })}</span>
      ) : null}
      {review.acknowledgedAt === null ? null : (
        <span className="text-soft">{t('acknowledgedAt', { at: at(review.acknowledgedAt) })}</span>
      )}
      {review.answer ? <span>{t('answer', { answer: review.answer })}</span> : null}
    </span>
  );
}
