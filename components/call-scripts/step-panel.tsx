'use client';

import { Pencil } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { Panel } from '@/components/ui/panel';
import type { CallScriptPage } from '@/lib/domain/call-scripts/call-scripts.contract';
import type { GraphNode, ScriptGraph } from '@/lib/domain/call-scripts/graph';
import { type Way, waysOfStep } from '@/lib/domain/call-scripts/ways-of-step';
import { StepFigures } from './traffic/step-figures';
import { trafficQueryOf } from './traffic/traffic-address';
import { useTraffic } from './traffic/traffic-context';
import { WayFigure } from './traffic/way-figure';
import { UnlistedAnswers } from './unlisted-answers';
import { useChartWords } from './use-chart-words';

type Props = {
  page: CallScriptPage;
  graph: ScriptGraph;
  step: GraphNode;
  onSelect: (stepId: string) => void;
  /** Null when the person does not publish words, or the step has none. */
  onEdit: (() => void) | null;
};

/** What one step says, asks for and leads to. */
export function StepPanel({ page, graph, step, onSelect, onEdit }: Props) {
  const t = useTranslations('callScriptPage.step');
  const { chart } = useChartWords();
  const words = step.say ? page.wording.words[step.say] : undefined;
  const ways = waysOfStep(graph, step);
  const { address, traffic, unlistedAt } = useTraffic();
  const count = unlistedAt(step.id);
  return (
    <Panel
      title={chart('steps', step.id)}
      actions={
        onEdit ? (
          <Button size="small" variant="quiet" icon={<Pencil />} onClick={onEdit}>
            {t('edit')}
          </Button>
        ) : null
      }
    >
      <div className="flex flex-col gap-4">
        <p className="flex flex-wrap gap-1.5">
          {step.stage ? <Badge>{chart('stages', step.stage)}</Badge> : null}
          {step.kind ? (
            <Badge tone={step.kind === 'mandatory' ? 'accent' : 'plain'}>{chart('kinds', step.kind)}</Badge>
          ) : null}
        </p>
        {words ? (
          <dl className="flex flex-col gap-3">
            <div>
              <dt className="text-faint text-sm">{t('spoken')}</dt>
              <dd lang="ru" className="whitespace-pre-line text-lg">
                {words.ru}
              </dd>
            </div>
            <div>
              <dt className="text-faint text-sm">{t('gloss')}</dt>
              <dd lang="en" className="whitespace-pre-line text-soft">
                {words.en}
              </dd>
            </div>
            <div>
              <dt className="text-faint text-sm">{t('fields')}</dt>
              <dd>
                {step.fields.length > 0
                  ? step.fields.map((field) => chart('fields', field)).join(' · ')
                  : t('noFields')}
              </dd>
            </div>
          </dl>
        ) : (
          <p className="text-soft">{t('ending')}</p>
        )}
        <Ways
          title={t('answers')}
          step={step.id}
          ways={ways.filter(({ answer }) => answer)}
          onSelect={onSelect}
        />
        <Ways
          title={t('events')}
          step={step.id}
          ways={ways.filter(({ answer }) => !answer)}
          onSelect={onSelect}
        />
        <section className="flex flex-col gap-1.5">
          <h3 className="font-semibold">{t('figures')}</h3>
          <StepFigures step={step} />
        </section>
        {traffic.unlistedAnswers && !step.isEnding ? (
          <section className="flex flex-col gap-2">
            <h3 className="flex items-center gap-2 font-semibold">
              {t('unlisted')}
              {count > 0 ? <Badge tone="danger">{count}</Badge> : null}
            </h3>
            {count > 0 ? (
              <UnlistedAnswers
                key={[step.id, count, ...Object.values(trafficQueryOf(address))].join(' ')}
                address={address}
                step={step.id}
              />
            ) : (
              <p className="text-soft">{t('noUnlisted')}</p>
            )}
          </section>
        ) : null}
      </div>
    </Panel>
  );
}

type WaysProps = { title: string; step: string; ways: Way[]; onSelect: (stepId: string) => void };

function Ways({ title, step, ways, onSelect }: WaysProps) {
  const t = useTranslations('callScriptPage.step');
  const { chart, event } = useChartWords();
  if (ways.length === 0) return null;
  return (
    <section className="flex flex-col gap-1.5">
      <h3 className="font-semibold">{title}</h3>
      <ul className="flex flex-col gap-2">
        {ways.map((way) => (
          <li key={way.key} className="flex items-start gap-2">
            {way.answer ? <Kbd>{way.answer.number}</Kbd> : null}
            <span className="min-w-0 flex-1">
              <span className="block">
                {way.answer ? chart('answers', way.answer.label) : event(way.event)}
              </span>
              {way.targets.length === 0 ? <span className="text-faint text-sm">{t('stays')}</span> : null}
              {way.targets.map(({ to, conditions }) => (
                <span key={`${to} ${conditions.join()}`} className="block text-sm">
                  <button
                    type="button"
                    onClick={() => onSelect(to)}
                    className="min-h-6 rounded-sm text-left text-accent-ink underline decoration-1 underline-offset-2 hover:decoration-2"
                  >
                    → {chart('steps', to)}
                  </button>
                  {conditions.length > 0 ? (
                    <span className="text-soft">
                      {' '}
                      {t('when', {
                        condition: conditions.map((name) => chart('conditions', name)).join(', '),
                      })}
                    </span>
                  ) : null}
                  <WayFigure step={step} way={way} to={to} />
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
