'use client';

import { useTranslations } from 'use-intl';
import { ButtonLink } from '@/components/ui/button-link';
import { DescriptionList } from '@/components/ui/description-list';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import { isAnswered, roundSubjects } from '@/lib/domain/rounds/round';
import type { RoundInFull } from '@/lib/domain/rounds/round-views';
import { CallClient } from './call-client';
import { ComplaintOwed } from './complaint-owed';
import { LetterPanel } from './letter-panel';
import { RoundActions } from './round-actions';
import { RoundStateBadge } from './round-state';
import { useRoundTimes } from './use-round-times';

/** One round: whom to call and when, what was said, and what may be done without a call through the console. */
export function RoundScreen({ round }: { round: RoundInFull }) {
  const t = useTranslations('rounds');
  const times = useRoundTimes();
  const { counterparty, state, may } = round;
  const isTalked = isAnswered(state);
  const isPlanned = state === 'planned' && may.settle;
  return (
    <>
      <PageHeader
        up={<TextLink href="/rounds">{t('title')}</TextLink>}
        title={t('one', { name: counterparty.name })}
        meta={<RoundStateBadge state={state} />}
        actions={
          <>
            <ButtonLink href={`/counterparties/${counterparty.id}`}>{t('toCard')}</ButtonLink>
            {round.callId ? <ButtonLink href={`/calls/${round.callId}`}>{t('toCall')}</ButtonLink> : null}
            {round.complaintId ? (
              <ButtonLink href={`/complaints/${round.complaintId}`}>{t('toComplaint')}</ButtonLink>
            ) : null}
          </>
        }
      />
      <div className="flex flex-col gap-4">
        <ComplaintOwed round={round} />
        <Panel title={t('facts')}>
          <div className="flex flex-col gap-4">
            <DescriptionList
              entries={[
                { term: t('columns.due'), value: times.day(round.dueOn) },
                { term: t('columns.callAt'), value: times.span(round) },
                ...(state === 'planned' && round.attempts.length > 0
                  ? [{ term: t('nextAttempt'), value: times.localAt(round.nextAttemptAt, round.timeZone) }]
                  : []),
                { term: t('columns.manager'), value: round.manager?.name ?? '—' },
                {
                  term: t('columns.earlier'),
                  value: round.earlierState ? <RoundStateBadge state={round.earlierState} /> : '—',
                },
                { term: t('columns.complaints'), value: String(round.openComplaints) },
              ]}
            />
            {isPlanned ? <CallClient round={round} /> : null}
            {round.refusal ? <p>{t('refusalWords', { words: round.refusal })}</p> : null}
          </div>
        </Panel>
        <Panel title={t('answers')}>
          <DescriptionList
            entries={roundSubjects.map((subject) => {
              const answer = round.answers[subject];
              return {
                term: t(`subjects.${subject}`),
                value: answer ? (
                  <span className="whitespace-pre-line [overflow-wrap:anywhere]">
                    {t(`verdicts.${answer.verdict}`)}
                    {answer.words ? `: ${answer.words}` : ''}
                  </span>
                ) : (
                  t('notAsked')
                ),
              };
            })}
          />
        </Panel>
        <LetterPanel round={round} />
        <Panel title={t('attemptsTitle')}>
          {round.attempts.length === 0 && !isTalked ? (
            <p className="text-soft">{t('noAttempts')}</p>
          ) : (
            <ol className="flex flex-col gap-1">
              {round.attempts.map(({ at, outcome, employee }) => (
                <li key={at}>
                  <span className="tabular-nums">{times.at(at)}</span> · {t(`outcomes.${outcome}`)}
                  {employee ? ` · ${employee.name}` : ''}
                </li>
              ))}
              {isTalked ? (
                <li>
                  {round.endedAt === null ? null : (
                    <>
                      <span className="tabular-nums">{times.at(round.endedAt)}</span> ·{' '}
                    </>
                  )}
                  {t('talked')}
                </li>
              ) : null}
            </ol>
          )}
        </Panel>
        <RoundActions round={round} />
      </div>
    </>
  );
}
