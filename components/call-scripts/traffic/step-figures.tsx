'use client';

import { useTranslations } from 'use-intl';
import { DescriptionList } from '@/components/ui/description-list';
import type { GraphNode } from '@/lib/domain/call-scripts/graph';
import { useChartWords } from '../use-chart-words';
import { CallsLink } from './calls-link';
import { useTraffic } from './traffic-context';

/** What happened to the calls of the period at one step. */
export function StepFigures({ step }: { step: GraphNode }) {
  const t = useTranslations('callScriptPage.traffic');
  const { chart } = useChartWords();
  const { ofStep } = useTraffic();
  const figures = ofStep(step.id);
  if (!figures || figures.calls === 0) return <p className="text-soft">{t('nobodyHere')}</p>;
  const calls = (figure: 'all' | 'brokenOff' | 'unfinished', count: number) => ({
    term: t(`figures.${figure}`),
    value: (
      <CallsLink
        count={count}
        of={{ step: step.id, figure }}
        name={`${chart('steps', step.id)}, ${t(`figures.${figure}`)}`}
      />
    ),
  });
  return (
    <DescriptionList
      entries={[
        calls('all', figures.calls),
        ...(step.isEnding
          ? []
          : [
              { term: t('visits'), value: figures.visits },
              { term: t('median'), value: figures.medianSeconds ?? '—' },
              { term: t('ninetieth'), value: figures.ninetiethSeconds ?? '—' },
              calls('brokenOff', figures.brokenOff),
              calls('unfinished', figures.unfinished),
            ]),
      ]}
    />
  );
}
