'use client';

import { RotateCcw } from 'lucide-react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useChartWords } from '@/components/call-scripts/use-chart-words';
import { usePaneHotkeys } from '@/components/shell/hotkeys';
import { Button } from '@/components/ui/button';
import { InlineAlert } from '@/components/ui/inline-alert';
import { Panel } from '@/components/ui/panel';
import type { CallScriptPage } from '@/lib/domain/call-scripts/call-scripts.contract';
import { startDryRun, tellDryRun } from '@/lib/domain/call-scripts/dry-run';
import type { LineEvent, ReportedEvent } from '@/lib/domain/call-scripts/events';
import { DryRunAnswers, isGivable } from './dry-run-answers';
import { DryRunFields } from './dry-run-fields';
import { DryRunPath } from './dry-run-path';
import { DryRunWords } from './dry-run-words';
import { LineEvents } from './line-events';
import { PlannedRecords } from './planned-records';

type Props = { page: CallScriptPage; managerName: string };

/** A conversation with an imagined caller on the real chart, in the browser alone: nothing is written. */
export function DryRunView({ page, managerName }: Props) {
  const t = useTranslations('callScriptPage.dryRun');
  const views = useTranslations('callScriptPage.views');
  const { chart } = useChartWords();
  const ref = { id: page.id, version: page.version };
  const [run, setRun] = useState(() => startDryRun(ref, managerName));
  const [unlisted, setUnlisted] = useState<string | null>(null);
  const heading = useRef<HTMLSpanElement>(null);
  const { step, refused } = run;
  const tell = (event: ReportedEvent | LineEvent) => {
    setUnlisted(null);
    setRun((before) => tellDryRun(before, event));
  };
  const restart = () => {
    setUnlisted(null);
    setRun(startDryRun(ref, managerName));
  };
  const pick = (number: number) => {
    if (number === 0) return setUnlisted((words) => words ?? '');
    const answer = step.answers.find((each) => each.number === number);
    if (answer && isGivable(answer)) tell(answer.event as ReportedEvent);
  };
  const pane = usePaneHotkeys({ onDigit: step.ended ? undefined : pick });
  useFocusOnChange(heading, step.name);
  return (
    <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,1fr)_24rem]">
      <section aria-label={views('dryRun')} onKeyDown={pane.onKeyDown}>
        <Panel
          title={
            <span ref={heading} tabIndex={-1} className="outline-none">
              {chart('steps', step.name)}
            </span>
          }
          actions={
            <Button size="small" icon={<RotateCcw />} onClick={restart}>
              {t('restart')}
            </Button>
          }
        >
          <div className="flex flex-col gap-4">
            <p className="text-soft">{t('intro')}</p>
            <Trail run={run} onBack={(to) => tell({ type: 'manager.wentBack', to })} />
            <div aria-live="polite" className="flex flex-col gap-3">
              {step.ended ? (
                <InlineAlert tone="success">{t('ended', { ending: chart('steps', step.name) })}</InlineAlert>
              ) : (
                <DryRunWords run={run} wording={page.wording.words} />
              )}
              {refused ? (
                <InlineAlert tone="warning">
                  {refused.missing.length > 0
                    ? refused.missing.map((one) => chart('requirements', one)).join(' · ')
                    : t('refused')}
                </InlineAlert>
              ) : null}
            </div>
            {step.ended ? null : (
              <>
                <DryRunFields run={run} onTell={tell} />
                <DryRunAnswers run={run} unlisted={unlisted} onUnlisted={setUnlisted} onTell={tell} />
                <LineEvents run={run} managerName={managerName} onTell={tell} />
              </>
            )}
          </div>
        </Panel>
      </section>
      <div className="flex min-w-0 flex-col gap-4">
        <PlannedRecords run={run} />
        <DryRunPath run={run} />
      </div>
    </div>
  );
}

/** The focus goes along with the conversation, so that the next digit answers the next step. */
function useFocusOnChange(target: RefObject<HTMLElement | null>, value: string) {
  const before = useRef(value);
  useEffect(() => {
    if (before.current === value) return;
    before.current = value;
    target.current?.focus();
  }, [target, value]);
}

function Trail({ run, onBack }: { run: ReturnType<typeof startDryRun>; onBack: (step: string) => void }) {
  const t = useTranslations('callScriptPage.dryRun');
  const { chart } = useChartWords();
  const passed = run.trail.slice(0, -1);
  if (passed.length === 0 || run.step.ended) return null;
  return (
    <nav aria-label={t('way')}>
      <ol className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
        {passed.map((name, at) => (
          <li key={`${at} ${name}`} className="flex items-center gap-2">
            <button
              type="button"
              aria-label={t('backTo', { step: chart('steps', name) })}
              onClick={() => onBack(name)}
              className="min-h-6 rounded-sm text-accent-ink underline decoration-1 underline-offset-2 hover:decoration-2"
            >
              {chart('steps', name)}
            </button>
            <span aria-hidden="true" className="text-faint">
              →
            </span>
          </li>
        ))}
        <li aria-current="step" className="font-semibold">
          {chart('steps', run.step.name)}
        </li>
      </ol>
    </nav>
  );
}
