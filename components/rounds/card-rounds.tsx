'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { ComplaintStateBadge } from '@/components/complaints/complaint-state';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import type { CardPage } from '@/lib/domain/counterparties/card-page';
import { RoundStateBadge } from './round-state';
import { useRoundTimes } from './use-round-times';

/** What the client said in the last rounds, and of what they complained; whose rounds one does not see are words alone. */
export function CardRounds({ page: { rounds, complaints } }: { page: CardPage }) {
  const t = useTranslations('rounds');
  const complaintWords = useTranslations('complaints');
  const format = useFormatter();
  const times = useRoundTimes();
  if (rounds.length === 0 && complaints.length === 0) return null;
  return (
    <>
      {rounds.length > 0 ? (
        <Panel title={t('title')}>
          <ul className="flex flex-col gap-1">
            {rounds.map(({ id, dueOn, state }) => (
              <li key={id} className="flex flex-wrap items-center gap-2">
                <TextLink href={`/rounds/${id}`}>{times.day(dueOn)}</TextLink>
                <RoundStateBadge state={state} />
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
      {complaints.length > 0 ? (
        <Panel title={complaintWords('title')}>
          <ul className="flex flex-col gap-1">
            {complaints.map(({ id, number, state, createdAt }) => (
              <li key={id} className="flex flex-wrap items-center gap-2">
                <TextLink href={`/complaints/${id}`}>
                  {complaintWords('one', { number: String(number) })}
                </TextLink>
                <ComplaintStateBadge state={state} />
                <span className="text-soft tabular-nums">{format.dateTime(createdAt, 'date')}</span>
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
    </>
  );
}
