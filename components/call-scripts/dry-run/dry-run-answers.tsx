'use client';

import { useTranslations } from 'use-intl';
import { useChartWords } from '@/components/call-scripts/use-chart-words';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { TextField } from '@/components/ui/text-field';
import type { DryRun } from '@/lib/domain/call-scripts/dry-run';
import type { ReportedEvent } from '@/lib/domain/call-scripts/events';
import type { AnswerView } from '@/lib/domain/call-scripts/step-view';

type Props = {
  run: DryRun;
  /** What the caller said that is not in the list; null while nobody asks for it. */
  unlisted: string | null;
  onUnlisted: (words: string | null) => void;
  onTell: (event: ReportedEvent) => void;
};

/** One that needs an employee is given by choosing them among the fields. */
export const isGivable = (answer: AnswerView) => answer.possible && !answer.needs;

/** The numbered answers, and what stands in no list. */
export function DryRunAnswers({ run, unlisted, onUnlisted, onTell }: Props) {
  const t = useTranslations('callScriptPage.dryRun');
  const { chart } = useChartWords();
  return (
    <section className="flex flex-col gap-1.5">
      <h3 className="font-semibold">{t('answers')}</h3>
      <ol className="flex flex-col gap-1.5">
        {run.step.answers.map((answer) => (
          <li key={answer.number}>
            <Answer answer={answer} onChoose={() => onTell(answer.event as ReportedEvent)} />
          </li>
        ))}
      </ol>
      <Button className="justify-start" onClick={() => onUnlisted(unlisted === null ? '' : null)}>
        <Kbd>0</Kbd>
        {chart('answers', 'saidSomethingElse')}
      </Button>
      {unlisted === null ? null : (
        <div className="flex flex-wrap items-end gap-2">
          <TextField
            label={t('unlistedWords')}
            className="flex-1 basis-48"
            maxLength={2000}
            value={unlisted}
            onValueChange={onUnlisted}
          />
          <Button onClick={() => onTell({ type: 'caller.saidSomethingElse', words: unlisted })}>
            {t('unlistedKeep')}
          </Button>
        </div>
      )}
    </section>
  );
}

function Answer({ answer, onChoose }: { answer: AnswerView; onChoose: () => void }) {
  const { chart } = useChartWords();
  const t = useTranslations('callScriptPage.dryRun');
  const missing = answer.missing.map((one) => chart('requirements', one)).join(' · ');
  const reason = answer.needs ? chart('requirements', 'employee') : missing || t('refused');
  return (
    <Button
      className="h-auto! min-h-8 w-full justify-start py-1"
      disabledReason={isGivable(answer) ? null : reason}
      onClick={onChoose}
    >
      <Kbd>{answer.number}</Kbd>
      <span className="min-w-0 whitespace-normal text-left">{chart('answers', answer.label)}</span>
    </Button>
  );
}
