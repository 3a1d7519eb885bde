'use client';

import { useTranslations } from 'use-intl';
import { useChartWords } from '@/components/call-scripts/use-chart-words';
import type { ScriptGraph } from '@/lib/domain/call-scripts/graph';

type Props = { graph: ScriptGraph; onSelect: (stepId: string) => void };

/** What leads away from every step, said once instead of being drawn at each. */
export function Everywhere({ graph, onSelect }: Props) {
  const t = useTranslations('callScriptPage');
  const { chart, event } = useChartWords();
  return (
    <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1 text-sm">
      <span className="font-semibold">{t('graph.everywhere')}</span>
      <ul className="contents">
        {graph.everywhere.map((way) => (
          <li key={`${way.event} ${way.to}`}>
            {event(way.event)}{' '}
            <button
              type="button"
              onClick={() => onSelect(way.to)}
              className="min-h-6 rounded-sm text-accent-ink underline decoration-1 underline-offset-2 hover:decoration-2"
            >
              → {chart('steps', way.to)}
            </button>
            {way.conditions.length > 0 ? (
              <span className="text-soft">
                {' '}
                {t('step.when', {
                  condition: way.conditions.map((name) => chart('conditions', name)).join(', '),
                })}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
