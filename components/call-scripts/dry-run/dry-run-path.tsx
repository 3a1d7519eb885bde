'use client';

import { useTranslations } from 'use-intl';
import { useChartWords } from '@/components/call-scripts/use-chart-words';
import { Panel } from '@/components/ui/panel';
import { callScriptOf } from '@/lib/domain/call-scripts/catalog';
import type { DryRun } from '@/lib/domain/call-scripts/dry-run';
import { graphOf } from '@/lib/domain/call-scripts/graph';

/** The conversation so far: each answer, where it led, and what it ordered. Typing is left out. */
export function DryRunPath({ run }: { run: DryRun }) {
  const t = useTranslations('callScriptPage.dryRun');
  const { chart } = useChartWords();
  const label = useEventWords(run);
  const told = run.path.filter(({ event }) => event.type !== 'manager.filledIn');
  if (told.length === 0) return null;
  return (
    <Panel title={t('path')}>
      <ol className="flex flex-col gap-2">
        {told.map(({ event, step, nextStep, effects }, at) => (
          <li key={at} className="border-line border-l-2 pl-2">
            <span className="text-faint text-sm">{chart('steps', step)}</span>
            <span className="block">
              {label(step, event)}
              {nextStep === step ? '' : ` → ${chart('steps', nextStep)}`}
            </span>
            {effects.map((effect, number) => (
              <span key={number} className="block text-good-ink text-sm">
                {chart('effects', effect.type)}
              </span>
            ))}
          </li>
        ))}
      </ol>
    </Panel>
  );
}

/** An event as the answer it was given by, when there is one. */
function useEventWords({ ref }: DryRun) {
  const { chart, event: eventWords } = useChartWords();
  const t = useTranslations('callScriptPage.dryRun');
  const script = callScriptOf(ref);
  const nodes = script ? graphOf(script).nodes : [];
  return (step: string, event: { type: string }): string => {
    if (event.type === 'manager.wentBack') return t('wentBack');
    const answers = nodes.find(({ id }) => id === step)?.answers ?? [];
    const given = answers.find(
      (answer) =>
        answer.event.type === event.type &&
        Object.entries(answer.event).every(([name, value]) => event[name as keyof typeof event] === value),
    );
    return given ? chart('answers', given.label) : eventWords(event.type);
  };
}
