'use client';

import { useFormatter, useTranslations } from 'use-intl';
import type { EditionView } from '@/lib/domain/score-cards/score-card-views';

/** Who sent an edition when, what the employee said to it, and what the reviewer answered. */
export function CardTalk({ edition }: { edition: EditionView }) {
  const t = useTranslations('scoreCards.talk');
  const format = useFormatter();
  const at = (time: number) => format.dateTime(time, 'dateTime');
  const { sentAt, sentBy, objectedAt, objection, upheldAt, upheldBy, reply, acknowledgedAt } = edition;
  return (
    <div className="flex flex-col gap-1 [overflow-wrap:anywhere]">
      <p className="text-soft">{t('sent', { name: sentBy?.name ?? '—', at: at(sentAt) })}</p>
      {objectedAt === null ? null : (
        <p>
          <span className="text-soft">{t('objected', { at: at(objectedAt) })}</span> «{objection}»
        </p>
      )}
      {upheldAt === null ? null : (
        <p>
          <span className="text-soft">{t('upheld', { name: upheldBy?.name ?? '—', at: at(upheldAt) })}</span>{' '}
          «{reply}»
        </p>
      )}
      {acknowledgedAt === null ? null : (
        <p className="text-soft">{t('acknowledged', { at: at(acknowledgedAt) })}</p>
      )}
    </div>
  );
}
