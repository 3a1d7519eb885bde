'use client';

import { useTranslations } from 'use-intl';
import { JournalTable } from '@/components/calls/journal/journal-table';
import { usePeriodText } from '@/components/reports/use-period-text';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import { useListAddress } from '@/components/ui/use-list-address';
import type { AnswerMeta } from '@/lib/domain/call-scripts/call-script';
import type { StayFigure } from '@/lib/domain/call-scripts/traffic';
import type { JournalRow } from '@/lib/domain/calls/journal-view';
import type { Page } from '@/lib/domain/paging';
import { useChartWords } from '../use-chart-words';
import { scriptHref, type TrafficAddress } from './traffic-address';

type Props = {
  address: TrafficAddress;
  step: string;
  figure: StayFigure;
  way: { event: string; answer: AnswerMeta | null; nextStep: string } | null;
  page: Page<JournalRow>;
};

/** The calls that a figure of a step was counted from; which figure, and of when, stands in the address. */
export function StepCallsScreen({ address, step, figure, way, page }: Props) {
  const t = useTranslations('callScriptPage.traffic');
  const { chart, event } = useChartWords();
  const periodText = usePeriodText();
  const list = useListAddress();
  const what = way
    ? `${way.answer ? chart('answers', way.answer.label) : event(way.event)} → ${chart('steps', way.nextStep)}`
    : t(`figures.${figure}`);
  return (
    <>
      <PageHeader
        title={`${chart('steps', step)}: ${what}`}
        up={<TextLink href={scriptHref(address, step)}>{t('back')}</TextLink>}
        meta={<span className="text-soft">{periodText(address.period)}</span>}
      />
      <Panel flush>
        <JournalTable
          rows={page.rows}
          firstHref={list.firstHref}
          nextHref={page.next && list.hrefWith({ after: page.next })}
          busy={list.isPending}
        />
      </Panel>
    </>
  );
}
