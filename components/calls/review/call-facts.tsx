'use client';

import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { StatusBadge } from '@/components/counterparties/status-badge';
import { useDepartmentName } from '@/components/reactions/department-name';
import { DescriptionList } from '@/components/ui/description-list';
import { formatDuration } from '@/components/ui/format-duration';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import type { CallReview } from '@/lib/domain/calls/review-view';
import { DirectionSign } from '../direction-sign';
import { useCallerName } from '../journal/caller-name';

/** What is known of the call itself. */
export function CallFacts({ review: { call, script } }: { review: CallReview }) {
  const t = useTranslations('calls.review');
  const format = useFormatter();
  const departmentName = useDepartmentName();
  const { numberOf } = useCallerName();
  const at = (time: number) => format.dateTime(time, 'dateTime');
  const lasted = (ms: number | null) => ms !== null && formatDuration(ms / 1000);
  const { handedOverTo, handOverDepartment } = call;
  const isOutbound = call.direction === 'outbound';
  const entry = (term: string, value: ReactNode) => (value ? { term, value } : null);
  return (
    <Panel title={t('call')}>
      <DescriptionList
        entries={[
          entry(t('direction'), <DirectionSign direction={call.direction} />),
          entry(t(isOutbound ? 'placed' : 'arrived'), at(call.arrivedAt)),
          entry(
            t(isOutbound ? 'numberCalled' : 'number'),
            <span className="tabular-nums">{numberOf(call)}</span>,
          ),
          entry(t(isOutbound ? 'lineFrom' : 'line'), call.line ?? call.calledNumber),
          entry(t('card'), call.counterparty && <Card card={call.counterparty} />),
          entry(
            t('cardsOfNumber'),
            call.cardsOfNumber.length > 0 && (
              <ul>
                {call.cardsOfNumber.map((card) => (
                  <li key={card.id}>
                    <Card card={card} />
                  </li>
                ))}
              </ul>
            ),
          ),
          entry(t('led'), call.owner?.name),
          entry(
            t(handedOverTo ? 'handedOverTo' : 'handOverTried'),
            handOverDepartment &&
              [handedOverTo?.name, departmentName(handOverDepartment)].filter(Boolean).join(' · '),
          ),
          entry(t(isOutbound ? 'dialled' : 'wait'), lasted(call.waitMs)),
          entry(t('talk'), lasted(call.talkMs)),
          entry(
            t('ended'),
            call.endedAt !== null &&
              [at(call.endedAt), call.endedBy && t(`endedBy.${call.endedBy}`)].filter(Boolean).join(' · '),
          ),
          entry(t('recordsWritten'), call.recordsWrittenAt !== null && at(call.recordsWrittenAt)),
          entry(
            t('finished'),
            call.finishedAt !== null &&
              call.unfinishedSince !== null &&
              [at(call.finishedAt), call.finishedBy?.name].filter(Boolean).join(' · '),
          ),
          entry(t('discarded'), call.discardReason && `«${call.discardReason}»`),
          entry(t('reconciled'), call.reconciledAt !== null && at(call.reconciledAt)),
          entry(
            t('versions'),
            script &&
              t('versionsText', {
                machine: String(script.machineVersion),
                wording: String(script.wordingVersion),
              }),
          ),
        ]}
      />
    </Panel>
  );
}

function Card({ card }: { card: NonNullable<CallReview['call']['counterparty']> }) {
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <TextLink href={`/counterparties/${card.id}`}>{card.name}</TextLink>
      <StatusBadge status={card.status} />
    </span>
  );
}
