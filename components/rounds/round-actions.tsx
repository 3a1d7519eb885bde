'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { InlineAlert } from '@/components/ui/inline-alert';
import { Panel } from '@/components/ui/panel';
import { usePageChange } from '@/components/use-page-change';
import { WordsDialog } from '@/components/words-dialog';
import { recordLimits } from '@/lib/domain/reactions/record-limits';
import type { RoundView } from '@/lib/domain/rounds/round-views';
import { AnswerDialog } from './answer-dialog';
import { AttemptDialog } from './attempt-dialog';

type Opened = 'attempt' | 'answer' | 'refuse' | null;

/** SA-1: what may be done with a planned round without a call through the console. A dialog once open stays when it no longer is one. */
export function RoundActions({ round }: { round: RoundView }) {
  const t = useTranslations('rounds');
  const [opened, open] = useState<Opened>(null);
  const close = () => open(null);
  const change = usePageChange('rounds.problems');
  const { state, may } = round;
  const callRuns = round.talk === 'running' ? t('problems.callRuns') : null;
  return (
    <>
      {state === 'planned' && may.settle ? (
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
      {opened === 'attempt' ? <AttemptDialog round={round} onClose={close} /> : null}
      {opened === 'answer' ? <AnswerDialog round={round} onClose={close} /> : null}
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
