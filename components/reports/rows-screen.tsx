'use client';

import { useTranslations } from 'use-intl';
import { AppealTable } from '@/components/appeals/appeal-table';
import { JournalTable } from '@/components/calls/journal/journal-table';
import { ComplaintsTable } from '@/components/complaints/complaints-table';
import { CsvButton } from '@/components/exports/csv-button';
import { NextReactionDialogs } from '@/components/reactions/next-reaction-dialogs';
import { NextReactionTable } from '@/components/reactions/next-reaction-table';
import { FilterBar } from '@/components/ui/filter-bar';
import { InlineAlert } from '@/components/ui/inline-alert';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { SelectField } from '@/components/ui/select-field';
import type { Column } from '@/components/ui/table-column';
import { TextLink } from '@/components/ui/text-link';
import { useListAddress } from '@/components/ui/use-list-address';
import type { ComplaintRowView } from '@/lib/domain/complaints/complaint-views';
import type { Page } from '@/lib/domain/paging';
import type { AppealView, DepartmentName, NextReactionView } from '@/lib/domain/reactions/reaction-views';
import { type CallFigure, callFigures } from '@/lib/domain/reports/call-figure';
import { type CallsPart, callsPartKeys } from '@/lib/domain/reports/calls-part';
import { notReckonedFor } from '@/lib/domain/reports/not-reckoned';
import {
  type AppealFigure,
  appealFigures,
  type ComplaintFigure,
  complaintFigures,
  type DueFigure,
  dueFigures,
  type LeadFigure,
  leadFigures,
  type MissedFigure,
  missedFigures,
  noCause,
} from '@/lib/domain/reports/reaction-figure';
import type { CountedCall, OffersInCalls } from '@/lib/domain/reports/reports.contract';
import { NotReckoned } from './not-reckoned';
import { addressQuery, type ReportAddress } from './report-link';
import { useCallsPartText } from './use-calls-part-text';
import { usePeriodText } from './use-period-text';

export type CountedPage =
  | {
      list: 'calls';
      figure: CallFigure;
      part: CallsPart;
      page: Page<CountedCall> & { offers: OffersInCalls | null };
    }
  | { list: 'missed'; figure: MissedFigure; page: Page<NextReactionView> }
  | { list: 'reactions'; figure: DueFigure; isNobodys: boolean; page: Page<NextReactionView> }
  | { list: 'leads'; figure: LeadFigure; isNobodys: boolean; page: Page<NextReactionView> }
  | { list: 'complaints'; figure: ComplaintFigure; cause?: string; page: Page<ComplaintRowView> }
  | { list: 'appeals'; figure: AppealFigure; page: Page<AppealView> };

const figuresOf = {
  calls: callFigures,
  missed: missedFigures,
  reactions: dueFigures,
  leads: leadFigures,
  appeals: appealFigures,
  complaints: complaintFigures,
};

const figureKeysOf = {
  calls: null,
  missed: 'calledBack',
  reactions: 'overdue',
  leads: null,
  appeals: 'firstContact',
  complaints: null,
} as const;

const filesOf = {
  calls: 'counted-calls',
  missed: 'counted-missed-callers',
  reactions: 'counted-next-reactions',
  leads: 'counted-leads',
  appeals: 'counted-appeals',
  complaints: 'counted-complaints',
} as const;

type Props = {
  /** Who reads them. */
  personId: string;
  address: ReportAddress;
  counted: CountedPage;
  /** Those whose names may stand in what the rows are narrowed to. */
  departments: readonly DepartmentName[];
};

/** The rows that a figure was counted from; which figure, and of what, stands in the address. */
export function RowsScreen({ personId, address, counted, departments }: Props) {
  const t = useTranslations('reports.rows');
  const reports = useTranslations('reports');
  const list = useListAddress();
  const periodText = usePeriodText();
  const words = t as unknown as (key: string) => string;
  const nameOf = (figure: string) => words(`${counted.list}.${figure}`);
  const figureKey = figureKeysOf[counted.list];
  const narrowing = figureKey
    ? notReckonedFor(figureKey, { line: address.line, projectId: address.projectId })
    : null;
  const part = counted.list === 'calls' ? counted.part : {};
  const isNobodys = 'isNobodys' in counted && counted.isNobodys;
  const cause = counted.list === 'complaints' ? counted.cause : undefined;
  const narrowedBy = { ...part, cause, nobodys: isNobodys ? 'true' : undefined };
  const partText = useCallsPartText(departments);
  const narrowedTo = [
    ...(isNobodys ? [t('nobodys')] : []),
    ...(cause === undefined ? [] : [cause === noCause ? t('noCause') : cause]),
    ...partText(part),
  ];
  const offerFigure =
    counted.figure === 'offered' || counted.figure === 'notAnswered' ? counted.figure : undefined;
  const offers = counted.list === 'calls' ? counted.page.offers : null;
  const offerColumns: Column<CountedCall>[] = offerFigure
    ? [
        {
          key: 'offers',
          header: t(`offers.${offerFigure}`),
          align: 'end',
          isAlways: true,
          cell: (call) => call.offers,
        },
      ]
    : [];
  const { next } = counted.page;
  const paging = {
    firstHref: list.firstHref,
    nextHref: next && list.hrefWith({ after: next }),
    busy: list.isPending,
  };
  return (
    <>
      <PageHeader
        title={nameOf(counted.figure)}
        up={<TextLink href={`/reports?${addressQuery(address)}`}>{t('back')}</TextLink>}
        meta={<span className="text-soft">{[periodText(address.period), ...narrowedTo].join(' · ')}</span>}
        actions={
          <CsvButton
            list={filesOf[counted.list]}
            filters={{ ...rowsQueryOf(address), ...narrowedBy, figure: counted.figure }}
          />
        }
      />
      <FilterBar
        isFiltered={narrowedTo.length > 0}
        onReset={() => list.show(nothingOf(['nobodys', 'cause', ...callsPartKeys]))}
      >
        <SelectField<string>
          className="w-72"
          label={t('figure')}
          options={figuresOf[counted.list].map((value) => ({ value, label: nameOf(value) }))}
          value={counted.figure}
          onValueChange={(figure) => list.show({ figure, step: null })}
        />
      </FilterBar>
      {address.problem ? (
        <InlineAlert tone="warning">{reports(`problems.${address.problem}`)}</InlineAlert>
      ) : null}
      {offers && offerFigure ? (
        <p className="pb-3 text-soft">{t(`offers.${offerFigure}In`, offers)}</p>
      ) : null}
      {counted.list === 'appeals' ? <p className="pb-3 text-soft">{t('hiddenCards')}</p> : null}
      {counted.list === 'complaints' ? <p className="pb-3 text-soft">{t('hiddenComplaints')}</p> : null}
      <Panel flush>
        {narrowing ? (
          <NotReckoned narrowing={narrowing} />
        ) : counted.list === 'calls' ? (
          <JournalTable rows={counted.page.rows} more={offerColumns} {...paging} />
        ) : counted.list === 'appeals' ? (
          <AppealTable rows={counted.page.rows} {...paging} />
        ) : counted.list === 'complaints' ? (
          <ComplaintsTable rows={counted.page.rows} {...paging} />
        ) : (
          <NextReactionDialogs personId={personId}>
            <NextReactionTable rows={counted.page.rows} {...paging} />
          </NextReactionDialogs>
        )}
      </Panel>
    </>
  );
}

const nothingOf = (keys: readonly string[]) => Object.fromEntries(keys.map((key) => [key, null]));

const rowsQueryOf = ({ period, departmentId, employeeId, line, projectId }: ReportAddress) => ({
  ...period,
  departmentId,
  employeeId,
  line,
  projectId,
});
