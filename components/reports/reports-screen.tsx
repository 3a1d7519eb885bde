'use client';

import { MonitorPlay, Printer, RefreshCw } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { useTimeZoneName } from '@/components/settings/use-time-zone-name';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { InlineAlert } from '@/components/ui/inline-alert';
import { PageHeader } from '@/components/ui/page-header';
import { Segmented } from '@/components/ui/segmented';
import { Tabs } from '@/components/ui/tabs';
import { useListAddress } from '@/components/ui/use-list-address';
import { comparedPeriod } from '@/lib/domain/reports/period';
import type { ReportSettings } from '@/lib/domain/reports/report-settings';
import type { ReportView } from '@/lib/domain/reports/report-settings.contract';
import type { Figure } from '@/lib/domain/reports/reports.contract';
import { FigureCard } from './figure-card';
import { FileMenu } from './file-menu';
import { type ReportChoices, ReportFilters } from './report-filters';
import type { ReportAddress } from './report-link';
import { type Display, displays, type ReportPart, reportTabs } from './report-part';
import { ReportTabContent } from './report-tab-content';
import { useDayText, usePeriodText } from './use-period-text';
import { ViewsMenu } from './views-menu';

type Props = {
  address: ReportAddress;
  choices: ReportChoices;
  report: {
    now: number;
    isMeasuring: boolean;
    timeZone: string;
    settings: ReportSettings;
    figures: Figure[];
  };
  part: ReportPart;
  display: Display;
  views: ReportView[];
  maySeeWallboard: boolean;
};

const withDisplay: readonly ReportPart['tab'][] = ['calls', 'missed', 'ways'];

/** The figures of a period with their formulas and rows, and one part of it in detail; all of it stands in the address. */
export function ReportsScreen({ address, choices, report, part, display, views, maySeeWallboard }: Props) {
  const t = useTranslations('reports');
  const format = useFormatter();
  const periodText = usePeriodText();
  const dayText = useDayText();
  const timeZoneName = useTimeZoneName();
  const list = useListAddress();
  const compared = comparedPeriod(address.period, address.compare);
  return (
    <>
      <PageHeader
        title={t('title')}
        meta={
          <span className="text-soft">
            {periodText(address.period)}
            {compared
              ? ` · ${t('comparedText', { from: dayText(compared.from), until: dayText(compared.until) })}`
              : null}
          </span>
        }
        actions={
          <div className="flex flex-wrap gap-2 print:hidden">
            <ViewsMenu views={views} />
            <FileMenu address={address} />
            <Button icon={<Printer />} onClick={() => window.print()}>
              {t('print')}
            </Button>
            {maySeeWallboard ? (
              <ButtonLink href="/wallboard" icon={<MonitorPlay />}>
                {t('wallboard')}
              </ButtonLink>
            ) : null}
          </div>
        }
      />
      <div className="print:hidden">
        <ReportFilters address={address} choices={choices} show={list.show} />
      </div>
      {address.problem ? <InlineAlert tone="warning">{t(`problems.${address.problem}`)}</InlineAlert> : null}
      {report.isMeasuring ? <InlineAlert tone="info">{t('isMeasuring')}</InlineAlert> : null}
      <p className="flex flex-wrap items-center gap-2 pb-3 text-faint text-sm">
        {t('freshness', {
          at: format.dateTime(report.now, 'timeWithSeconds'),
          timeZone: timeZoneName(report.timeZone),
        })}
        <Refresh />
      </p>
      <div
        aria-busy={list.isPending || undefined}
        className="grid grid-cols-1 gap-3 pb-4 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-5 print:grid-cols-2"
      >
        {report.figures.map((figure) => (
          <FigureCard key={figure.key} figure={figure} settings={report.settings} address={address} />
        ))}
      </div>
      {withDisplay.includes(part.tab) ? (
        <div className="pb-3 print:hidden">
          <Segmented
            label={t('display.label')}
            options={displays.map((value) => ({ value, label: t(`display.${value}`) }))}
            value={display}
            onValueChange={(value) => list.show({ display: value === 'both' ? null : value })}
          />
        </div>
      ) : null}
      <Tabs
        label={t('tabs.label')}
        value={part.tab}
        onValueChange={(tab) => list.show({ tab: tab === 'calls' ? null : tab })}
        tabs={reportTabs.map((value) => ({
          value,
          label: t(`tabs.${value}`),
          content:
            value === part.tab ? (
              <ReportTabContent part={part} display={display} address={address} settings={report.settings} />
            ) : null,
        }))}
      />
    </>
  );
}

function Refresh() {
  const t = useTranslations('reports');
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  return (
    <Button
      size="small"
      variant="quiet"
      className="print:hidden"
      icon={<RefreshCw />}
      busy={isPending}
      onClick={() => startTransition(() => router.refresh())}
    >
      {t('refresh')}
    </Button>
  );
}
