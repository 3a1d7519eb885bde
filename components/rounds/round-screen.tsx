'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { DescriptionList } from '@/components/ui/description-list';
import { InlineAlert } from '@/components/ui/inline-alert';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import { usePageChange } from '@/components/use-page-change';
import { WordsDialog } from '@/components/words-dialog';
import { recordLimits } from '@/lib/domain/reactions/record-limits';
import { roundSubjects } from '@/lib/domain/rounds/round';
import type { RoundInFull } from '@/lib/domain/rounds/round-views';
import { AnswerDialog } from './answer-dialog';
import { AttemptDialog } from './attempt-dialog';
import { CallClient } from './call-client';
import { ComplainDialog } from './complain-dialog';
import { LetterPanel } from './letter-panel';
import { RoundStateBadge } from './round-state';
import { useRoundTimes } from './use-round-times';

type Opened = 'attempt' | 'answer' | 'refuse' | 'complain' | null;

/** One round: whom to call and when, what was said, and what may be done without a call through the console. */
export function RoundScreen({ round }: { round: RoundInFull }) {
  const t = useTranslations('rounds');
  const times = useRoundTimes();
  const [opened, open] = useState<Opened>(null);
  const close = () => open(null);
  const change = usePageChange('rounds.problems');
  const { counterparty, state, may } = round;
  const callRuns = round.talk === 'running' ? t('problems.callRuns') : null;
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
        {state === 'complaintOwed' ? (
          <InlineAlert
            tone="danger"
            title={t('owed.title')}
            actions={
              may.settle ? (
                <Button variant="primary" disabledReason={callRuns} onClick={() => open('complain')}>
                  {t('actions.complain')}
                </Button>
              ) : null
            }
          >
            {t('owed.one')}
            {round.talk === 'unfinished' ? <p>{t('owed.unfinished')}</p> : null}
          </InlineAlert>
        ) : null}
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
          {round.attempts.length === 0 ? (
            <p className="text-soft">{t('noAttempts')}</p>
          ) : (
            <ol className="flex flex-col gap-1">
              {round.attempts.map(({ at, outcome, employee }) => (
                <li key={at}>
                  <span className="tabular-nums">{times.at(at)}</span> · {t(`outcomes.${outcome}`)}
                  {employee ? ` · ${employee.name}` : ''}
                </li>
              ))}
            </ol>
          )}
        </Panel>
        {isPlanned ? (
          <Panel title={t('actions.title')}>
            <div className="flex flex-wrap gap-2">
              <Button
                busy={change.busy}
                disabledReason={callRuns ?? (may.call ? null : t('problems.hourTried'))}
                onClick={() =>
                  void change.run({
                    path: `/rounds/${round.id}/attempts`,
                    body: { outcome: 'noAnswer' },
                    done: t('noted'),
                  })
                }
              >
                {t('actions.noAnswer')}
              </Button>
              <Button disabledReason={callRuns} onClick={() => open('attempt')}>
                {t('actions.attempt')}
              </Button>
              <Button disabledReason={callRuns} onClick={() => open('answer')}>
                {t('actions.answer')}
              </Button>
              <Button disabledReason={callRuns} onClick={() => open('refuse')}>
                {t('actions.refuse')}
              </Button>
            </div>
            {change.problem ? (
              <InlineAlert tone="danger" urgent className="mt-3">
                {change.problem}
              </InlineAlert>
            ) : null}
          </Panel>
        ) : null}
      </div>
      {opened === 'attempt' ? <AttemptDialog round={round} onClose={close} /> : null}
      {opened === 'answer' ? <AnswerDialog round={round} onClose={close} /> : null}
      {opened === 'complain' ? <ComplainDialog round={round} onClose={close} /> : null}
      {opened === 'refuse' ? (
        <WordsDialog
          subject={`refusal of round ${round.id}`}
          words={{
            title: t('refuseForm.title'),
            text: t('refuseForm.text'),
            field: t('refuseForm.reason'),
            save: t('refuseForm.save'),
            done: t('refuseForm.done'),
          }}
          path={`/rounds/${round.id}/refusal`}
          bodyOf={(reason) => ({ reason })}
          problems="rounds.problems"
          maxLength={recordLimits.note}
          onClose={close}
        />
      ) : null}
    </>
  );
}
