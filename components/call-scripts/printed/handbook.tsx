'use client';

import { useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/badge';
import { Kbd } from '@/components/ui/kbd';
import { Panel } from '@/components/ui/panel';
import { stages } from '@/lib/domain/call-scripts/call-script';
import type { CallScriptPage } from '@/lib/domain/call-scripts/call-scripts.contract';
import type { GraphNode, ScriptGraph } from '@/lib/domain/call-scripts/graph';
import { type Way, waysOfStep } from '@/lib/domain/call-scripts/ways-of-step';
import type { CallRoute } from '@/lib/domain/calls/route';
import { useChartWords } from '../use-chart-words';
import { useWayText } from '../use-way-text';
import { PrintedChart } from './printed-chart';
import { PrintedPage } from './printed-page';
import { PrintedWords } from './printed-words';
import { RouteTable } from './route-table';
import { RuleList } from './rule-list';

type Props = { page: CallScriptPage; graph: ScriptGraph; routes: readonly CallRoute[] };

/** The manager's handbook, made of the chart itself: every step, its words, its answers, where they lead, and why. */
export function Handbook({ page, graph, routes }: Props) {
  const t = useTranslations('callScriptPage.handbook');
  const { chart, event } = useChartWords();
  const wayText = useWayText();
  const steps = stages.flatMap((stage) => graph.nodes.filter((node) => node.stage === stage));
  const endings = graph.nodes.filter(({ isEnding }) => isEnding);
  return (
    <PrintedPage page={page} title={t('title')}>
      <Panel title={t('chart')}>
        <PrintedChart graph={graph} />
      </Panel>
      {steps.map((step) => (
        <StepOfHandbook key={step.id} page={page} graph={graph} step={step} />
      ))}
      <Panel title={t('everywhere')}>
        <ul className="flex list-disc flex-col gap-1 pl-5">
          {graph.everywhere.map((way) => (
            <li key={`${way.event} ${way.to}`}>
              {t('lead', { what: event(way.event), ways: wayText([way]) })}
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={t('endings')}>
        <ul className="flex list-disc flex-col gap-1 pl-5">
          {endings.map(({ id }) => (
            <li key={id}>{chart('steps', id)}</li>
          ))}
        </ul>
      </Panel>
      <RouteTable routes={routes} />
      <RuleList codes={[...new Set(graph.nodes.flatMap(({ rules }) => rules))]} />
    </PrintedPage>
  );
}

function StepOfHandbook({ page, graph, step }: Pick<Props, 'page' | 'graph'> & { step: GraphNode }) {
  const t = useTranslations('callScriptPage');
  const { chart } = useChartWords();
  const ways = waysOfStep(graph, step);
  return (
    <Panel
      title={chart('steps', step.id)}
      className="print:break-inside-avoid"
      actions={
        <span className="flex flex-wrap gap-1.5">
          {step.stage ? <Badge>{chart('stages', step.stage)}</Badge> : null}
          {step.kind ? (
            <Badge tone={step.kind === 'mandatory' ? 'accent' : 'plain'}>{chart('kinds', step.kind)}</Badge>
          ) : null}
          {step.rules.map((code) => (
            <Badge key={code}>{code}</Badge>
          ))}
        </span>
      }
    >
      <div className="flex flex-col gap-3">
        {step.say ? <PrintedWords words={page.wording.words[step.say]} /> : null}
        {step.fields.length > 0 ? (
          <p>
            {t('handbook.fields', { fields: step.fields.map((field) => chart('fields', field)).join(', ') })}
          </p>
        ) : null}
        <Leads ways={ways.filter(({ answer }) => answer)} title={t('step.answers')} />
        <Leads ways={ways.filter(({ answer }) => !answer)} title={t('step.events')} />
      </div>
    </Panel>
  );
}

function Leads({ ways, title }: { ways: readonly Way[]; title: string }) {
  const t = useTranslations('callScriptPage.handbook');
  const { chart, event } = useChartWords();
  const wayText = useWayText();
  if (ways.length === 0) return null;
  return (
    <section className="flex flex-col gap-1">
      <h3 className="font-semibold">{title}</h3>
      <ul className="flex flex-col gap-1">
        {ways.map(({ key, answer, event: type, targets }) => (
          <li key={key} className="flex gap-2">
            {answer ? <Kbd>{answer.number}</Kbd> : null}
            <span>
              {t('lead', {
                what: answer ? chart('answers', answer.label) : event(type),
                ways: wayText(targets),
              })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
