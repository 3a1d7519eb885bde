'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Panel } from '@/components/ui/panel';
import type { CallScriptPage } from '@/lib/domain/call-scripts/call-scripts.contract';
import { type ChecklistItem, checklistOf } from '@/lib/domain/call-scripts/checklist';
import type { ScriptGraph } from '@/lib/domain/call-scripts/graph';
import type { CallRoute } from '@/lib/domain/calls/route';
import { useChartWords } from '../use-chart-words';
import { PrintedPage } from './printed-page';
import { PrintedWords } from './printed-words';
import { useRouteWords } from './use-route-words';

type Props = { page: CallScriptPage; graph: ScriptGraph; routes: readonly CallRoute[] };

/** What is looked for when a conversation is reviewed, made of the chart itself, to be ticked off on paper. */
export function Checklist({ page, graph, routes }: Props) {
  const t = useTranslations('callScriptPage.checklist');
  const { chart } = useChartWords();
  const wordsOf = useRouteWords();
  return (
    <PrintedPage page={page} title={t('title')}>
      <p className="text-soft">{t('hint')}</p>
      <dl className="grid grid-cols-1 gap-x-6 gap-y-2 sm:grid-cols-2">
        {(['call', 'manager', 'reviewer', 'date'] as const).map((blank) => (
          <div key={blank} className="flex items-end gap-2">
            <dt>{t(`blanks.${blank}`)}</dt>
            <dd aria-hidden="true" className="min-w-24 flex-1 border-edge border-b">
              {'\u00A0'}
            </dd>
          </div>
        ))}
      </dl>
      {checklistOf(graph).map(({ stage, items }) => (
        <Panel key={stage} title={chart('stages', stage)} className="print:break-inside-avoid">
          <Boxes>
            {items.map((item) => (
              <Box key={`${item.step} ${item.kind}`}>
                <Item page={page} item={item} />
              </Box>
            ))}
          </Boxes>
        </Panel>
      ))}
      <Panel title={t('records')} className="print:break-inside-avoid">
        <Boxes>
          {routes.map((route) => {
            const { leavesNothing, ...contract } = wordsOf(route);
            const name = chart('routes', route);
            return (
              <Box key={route}>
                {leavesNothing
                  ? t('noRecord', { route: name, handOver: contract.handOver })
                  : t('record', { route: name, ...contract })}
              </Box>
            );
          })}
        </Boxes>
      </Panel>
    </PrintedPage>
  );
}

function Item({ page, item }: { page: CallScriptPage; item: ChecklistItem }) {
  const t = useTranslations('callScriptPage.checklist');
  const { chart } = useChartWords();
  const step = chart('steps', item.step);
  switch (item.kind) {
    case 'verbatim':
    case 'bySense':
      return (
        <>
          {t(item.kind, { step })}
          <PrintedWords words={page.wording.words[item.say]} />
        </>
      );
    case 'filled':
      return t('filled', { step, fields: item.fields.map((field) => chart('fields', field)).join(', ') });
    case 'chosen':
      return t('chosen', {
        step,
        answers: item.answers.map((answer) => chart('answers', answer)).join(' / '),
      });
  }
}

const Boxes = ({ children }: { children: ReactNode }) => <ul className="flex flex-col gap-3">{children}</ul>;

function Box({ children }: { children: ReactNode }) {
  return (
    <li className="flex gap-3">
      <span aria-hidden="true" className="mt-1 size-4 shrink-0 rounded-sm border border-edge" />
      <div className="min-w-0">{children}</div>
    </li>
  );
}
