'use client';

import { FileText } from 'lucide-react';
import dynamic from 'next/dynamic';
import { type ReactNode, type Ref, useMemo, useRef, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { Menu } from '@/components/ui/menu';
import { PageHeader } from '@/components/ui/page-header';
import { Skeleton } from '@/components/ui/skeleton';
import { Tabs } from '@/components/ui/tabs';
import type { CallScriptPage } from '@/lib/domain/call-scripts/call-scripts.contract';
import { callScripts } from '@/lib/domain/call-scripts/catalog';
import type { ScriptGraph } from '@/lib/domain/call-scripts/graph';
import type { Traffic } from '@/lib/domain/call-scripts/traffic';
import type { CallScriptView } from './call-script-views';
import { StepList } from './step-list';
import { StepPanel } from './step-panel';
import { titleKeyOf } from './title-key-of';
import type { TrafficAddress } from './traffic/traffic-address';
import { TrafficContext } from './traffic/traffic-context';
import { TrafficFilters } from './traffic/traffic-filters';
import { TrafficTables } from './traffic/traffic-tables';
import { useIsPhone } from './use-is-phone';
import { PublishDialog } from './wording/publish-dialog';
import { WordingHistory } from './wording/wording-history';

const loading = () => <Skeleton className="h-96 w-full" />;
const GraphView = dynamic(() => import('./graph/script-graph').then(({ GraphView }) => GraphView), {
  ssr: false,
  loading,
});
const DryRunView = dynamic(() => import('./dry-run/dry-run-view').then(({ DryRunView }) => DryRunView), {
  ssr: false,
  loading,
});

type Props = {
  page: CallScriptPage;
  graph: ScriptGraph;
  traffic: Traffic;
  address: TrafficAddress;
  managerName: string;
  /** Which step is explained at first, where the address names one. */
  initialStep: string | undefined;
};

/** One call script: its chart drawn, the same as a list, how calls went through it, and a dry run; its words beside every step. */
export function CallScriptScreen({ page, graph, traffic, address, managerName, initialStep }: Props) {
  const t = useTranslations('callScriptPage');
  const titleOf = (id: string) => t(titleKeyOf(id));
  const isPhone = useIsPhone();
  const [view, setView] = useState<CallScriptView>(address.view);
  const known = useMemo(() => ({ address: { ...address, view }, traffic }), [address, view, traffic]);
  const [stepId, setStepId] = useState(initialStep);
  /** The step whose words the publish dialog opens at; null while it is closed. */
  const [editing, setEditing] = useState<string | null>(null);
  const step = graph.nodes.find(({ id }) => id === stepId) ?? graph.nodes[0]!;
  const panelRef = useRef<HTMLDivElement>(null);
  const select = (id: string) => {
    setStepId(id);
    if (window.matchMedia(stacked).matches) {
      panelRef.current?.focus({ preventScroll: true });
      panelRef.current?.scrollIntoView({ block: 'start' });
    }
  };
  const show = (next: CallScriptView) => {
    setView(next);
    const query = new URLSearchParams(window.location.search);
    if (next === 'graph') query.delete('view');
    else query.set('view', next);
    window.history.replaceState(null, '', `${window.location.pathname}${query.size > 0 ? `?${query}` : ''}`);
  };
  const panel = (
    <StepPanel
      page={page}
      graph={graph}
      step={step}
      onSelect={select}
      onEdit={page.may.publish && step.say ? () => setEditing(step.say) : null}
    />
  );
  const list = (
    <BesidePanel panel={panel} panelRef={panelRef}>
      <StepList page={page} graph={graph} selectedId={step.id} onSelect={select} />
    </BesidePanel>
  );
  const views = [
    ...(isPhone
      ? []
      : [
          {
            value: 'graph' as const,
            label: t('views.graph'),
            content: (
              <BesidePanel panel={panel} panelRef={panelRef}>
                <GraphView graph={graph} selectedId={step.id} onSelect={select} />
              </BesidePanel>
            ),
          },
        ]),
    { value: 'list' as const, label: t('views.list'), content: list },
    { value: 'traffic' as const, label: t('views.traffic'), content: <TrafficTables graph={graph} /> },
    {
      value: 'dryRun' as const,
      label: t('views.dryRun'),
      content: <DryRunView page={page} managerName={managerName} />,
    },
  ];
  return (
    <TrafficContext.Provider value={known}>
      <PageHeader
        title={titleOf(page.id)}
        meta={<Versions page={page} />}
        actions={
          <>
            {otherScripts(page.id).map((id) => (
              <ButtonLink key={id} href={`/call-scripts/${id}`}>
                {titleOf(id)}
              </ButtonLink>
            ))}
            <Menu
              trigger={<Button icon={<FileText />}>{t('documents')}</Button>}
              entries={[
                { kind: 'link', label: t('handbook.title'), href: `/call-scripts/${page.id}/handbook` },
                { kind: 'link', label: t('checklist.title'), href: `/call-scripts/${page.id}/checklist` },
                { kind: 'link', label: t('comparison.open'), href: `/call-scripts/${page.id}/compare` },
              ]}
            />
            <WordingHistory page={page} />
            {page.may.publish ? (
              <PublishDialog page={page} graph={graph} editing={editing} onEditing={setEditing} />
            ) : null}
          </>
        }
      />
      <TrafficFilters address={address} traffic={traffic} />
      <Tabs
        label={t('views.label')}
        tabs={views}
        value={isPhone && view === 'graph' ? 'list' : view}
        onValueChange={show}
      />
    </TrafficContext.Provider>
  );
}

const otherScripts = (scriptId: string) =>
  [...new Set(callScripts.map(({ id }) => id))].filter((id) => id !== scriptId);

/** Narrower than `xl`, the panel stands below what it explains. */
const stacked = '(width < 80rem)';

type BesideProps = { panel: ReactNode; panelRef: Ref<HTMLDivElement>; children: ReactNode };

function BesidePanel({ panel, panelRef, children }: BesideProps) {
  return (
    <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_26rem]">
      {children}
      <div
        ref={panelRef}
        tabIndex={-1}
        className="min-w-0 outline-none xl:sticky xl:top-[calc(var(--shell-top,0px)+1rem)] xl:max-h-[calc(100dvh-var(--shell-top,0px)-2rem)] xl:overflow-y-auto"
      >
        {panel}
      </div>
    </div>
  );
}

function Versions({ page: { version, wording } }: Pick<Props, 'page'>) {
  const t = useTranslations('callScriptPage');
  const format = useFormatter();
  return (
    <span className="flex flex-wrap items-center gap-2">
      <Badge>{t('chartVersion', { version })}</Badge>
      <Badge tone="accent">{t('wordsVersion', { version: wording.version })}</Badge>
      <span className="text-faint text-sm">
        {wording.publishedBy && wording.publishedAt !== null
          ? t('publishedAt', {
              at: format.dateTime(wording.publishedAt, 'dateTime'),
              name: wording.publishedBy.name,
            })
          : t('initialWords')}
      </span>
    </span>
  );
}
