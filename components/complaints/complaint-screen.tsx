'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { CallPhones } from '@/components/calls/outgoing/call-phones';
import { useDepartmentName } from '@/components/reactions/department-name';
import { ButtonLink } from '@/components/ui/button-link';
import { DescriptionList } from '@/components/ui/description-list';
import { DueBadge } from '@/components/ui/due-badge';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import { currentOutgoingCall } from '@/lib/domain/call-scripts/catalog';
import { isAnswerOwed } from '@/lib/domain/complaints/complaint';
import type { ComplaintView } from '@/lib/domain/complaints/complaint-views';
import { ComplaintActions } from './complaint-actions';
import { ComplaintHistory } from './complaint-history';
import { ComplaintStateBadge } from './complaint-state';
import { useResponsibleName } from './use-responsible-name';

const wordsStyle = 'whitespace-pre-line [overflow-wrap:anywhere]';

/** A complaint from the words of the client to the call after the solution. */
export function ComplaintScreen({ complaint }: { complaint: ComplaintView }) {
  const t = useTranslations('complaints');
  const format = useFormatter();
  const departmentName = useDepartmentName();
  const at = (time: number) => format.dateTime(time, 'dateTime');
  const nameOf = useResponsibleName();
  const { counterparty, appeal } = complaint;
  const stateOf = (dueAt: number, { endedAt, outcome }: ComplaintView['told'][number]) =>
    endedAt === null
      ? t('toldAt', { at: at(dueAt) })
      : t(outcome === 'fulfilled' ? 'ended.fulfilled' : 'ended.closed', { at: at(endedAt) });
  return (
    <>
      <PageHeader
        up={<TextLink href="/complaints">{t('title')}</TextLink>}
        title={t('one', { number: String(complaint.number) })}
        meta={
          <>
            <ComplaintStateBadge state={complaint.state} />
            {isAnswerOwed(complaint.state) ? <DueBadge dueAt={complaint.dueAt} /> : null}
            {complaint.reopenedCount > 0 ? (
              <span className="text-soft">{t('reopened', { count: complaint.reopenedCount })}</span>
            ) : null}
          </>
        }
        actions={
          <>
            {complaint.callId ? (
              <ButtonLink href={`/calls/${complaint.callId}`}>{t('toCall')}</ButtonLink>
            ) : null}
            {complaint.roundId ? (
              <ButtonLink href={`/rounds/${complaint.roundId}`}>{t('toRound')}</ButtonLink>
            ) : null}
          </>
        }
      />
      <div className="flex flex-col gap-4">
        <ComplaintActions complaint={complaint} />
        <Panel title={t('text')}>
          <div className="flex flex-col gap-3">
            <p dir="auto" className={wordsStyle}>
              {complaint.text}
            </p>
            <DescriptionList
              entries={[
                {
                  term: t('columns.client'),
                  value: counterparty ? (
                    <TextLink href={`/counterparties/${counterparty.id}`}>{counterparty.name}</TextLink>
                  ) : (
                    '—'
                  ),
                },
                { term: t('columns.department'), value: departmentName(complaint.department) },
                { term: t('columns.owner'), value: complaint.owner?.name ?? t('nobody') },
                {
                  term: t('columns.created'),
                  value: t('takenDown', {
                    name: complaint.createdBy?.name ?? '—',
                    at: at(complaint.createdAt),
                  }),
                },
              ]}
            />
            {appeal ? (
              <p>
                <TextLink href={`/appeals/${appeal.id}`}>
                  {t('appeal', { number: String(appeal.number) })}
                </TextLink>
              </p>
            ) : null}
          </div>
        </Panel>
        <Panel title={t('told')}>
          <ul className="flex flex-col gap-1">
            {complaint.told.map((one) => (
              <li key={one.id}>
                {nameOf(one)} · {t(`toldOf.${one.about ?? 'work'}`, { at: at(one.at) })}
                {one.handedTo ? ` · ${t('handedTo', { who: nameOf(one.handedTo) })}` : ''}
                {one.dueAt === null ? '' : ` · ${stateOf(one.dueAt, one)}`}
                {one.letter ? <span className="text-soft"> · {t(`letterStates.${one.letter}`)}</span> : null}
              </li>
            ))}
          </ul>
        </Panel>
        <ComplaintHistory history={complaint.history} />
        <Panel title={t('answer')}>
          {complaint.answeredAt === null ? (
            <p className="text-soft">{t('noAnswer')}</p>
          ) : (
            <div className="flex flex-col gap-3">
              <DescriptionList
                entries={[
                  { term: t('cause'), value: <bdi className={wordsStyle}>{complaint.cause}</bdi> },
                  { term: t('answer'), value: <bdi className={wordsStyle}>{complaint.answer}</bdi> },
                ]}
              />
              <p className="text-soft">
                {t('answeredBy', {
                  name: complaint.answeredBy?.name ?? '—',
                  at: at(complaint.answeredAt),
                })}
                {complaint.answeredFor ? ` (${t('answeredFor', { name: complaint.answeredFor.name })})` : ''}
              </p>
            </div>
          )}
        </Panel>
        <Panel title={t('calls')}>
          {complaint.may.call ? (
            <div className="pb-3">
              <CallPhones
                phones={complaint.phones}
                script={{ id: currentOutgoingCall.id, subjectId: complaint.id }}
                offReason={null}
                none={t('noPhones')}
              />
            </div>
          ) : null}
          {complaint.calls.length === 0 ? (
            <p className="text-soft">{t('noCalls')}</p>
          ) : (
            <ol className="flex flex-col gap-2">
              {complaint.calls.map((call) => (
                <li key={call.at}>
                  <span className="tabular-nums">{at(call.at)}</span> · {t(`outcomes.${call.outcome}`)}
                  {call.employee ? ` · ${call.employee.name}` : ''}
                  {call.callId ? (
                    <>
                      {' · '}
                      <TextLink href={`/calls/${call.callId}`}>{t('toCall')}</TextLink>
                    </>
                  ) : null}
                  {call.words ? (
                    <p dir="auto" className={wordsStyle}>
                      {call.words}
                    </p>
                  ) : null}
                </li>
              ))}
            </ol>
          )}
          {complaint.closedAt === null ? null : (
            <p className="pt-2 text-soft">
              {t('closedBy', { name: complaint.closedBy?.name ?? '—', at: at(complaint.closedAt) })}
              {complaint.closeReason ? (
                <>
                  : <bdi>{complaint.closeReason}</bdi>
                </>
              ) : null}
            </p>
          )}
        </Panel>
      </div>
    </>
  );
}
