'use client';

import { CheckCheck } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { DiscardButton } from '@/components/call-scripts/discard-button';
import { CsvButton } from '@/components/exports/csv-button';
import { ListTable } from '@/components/lists/list-table';
import { ButtonLink } from '@/components/ui/button-link';
import { Elapsed } from '@/components/ui/elapsed';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterBar } from '@/components/ui/filter-bar';
import { InlineAlert } from '@/components/ui/inline-alert';
import { PageHeader } from '@/components/ui/page-header';
import { Pager } from '@/components/ui/pager';
import { Panel } from '@/components/ui/panel';
import { SelectField } from '@/components/ui/select-field';
import type { Column } from '@/components/ui/table-column';
import { useListAddress } from '@/components/ui/use-list-address';
import type { UnfinishedCall } from '@/lib/domain/calls/journal-view';
import { useCallerName } from '../journal/caller-name';
import { TakeOverButton } from './take-over-button';

type Props = {
  rows: readonly UnfinishedCall[];
  /** Cursor of the following page. */
  next: string | null;
  /** Calls on all pages. */
  count: number;
  employeeId: string;
  /** Whose calls may be chosen; empty for one's own. */
  employees: readonly { id: string; name: string }[];
};

/** IN-6: conversations that broke off, each with its owner and what may be done about it. */
export function UnfinishedScreen({ rows, next, count, employeeId, employees }: Props) {
  const t = useTranslations('unfinished');
  const journal = useTranslations('calls.filters');
  const list = useListAddress();
  const { nameOf, numberOf } = useCallerName();
  const whoIs = (call: UnfinishedCall) => call.typedName || nameOf(call);
  const columns: Column<UnfinishedCall>[] = [
    {
      key: 'caller',
      header: t('columns.caller'),
      isRowHeader: true,
      cell: (call) => (
        <span className="[overflow-wrap:anywhere]">
          {whoIs(call)}
          {whoIs(call) === numberOf(call) ? null : (
            <span className="ml-2 whitespace-nowrap font-normal text-faint tabular-nums">
              {numberOf(call)}
            </span>
          )}
        </span>
      ),
    },
    { key: 'step', header: t('columns.step'), cell: (call) => <StepName step={call.step} /> },
    {
      key: 'since',
      header: t('columns.since'),
      cell: (call) => <Elapsed since={call.unfinishedSince} />,
    },
    { key: 'owner', header: t('columns.owner'), cell: (call) => call.owner?.name ?? '—' },
    {
      key: 'actions',
      header: t('columns.actions'),
      isHeaderHidden: true,
      align: 'end',
      cell: (call) => <Actions call={call} name={whoIs(call)} />,
    },
  ];
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={<CsvButton list="unfinished-calls" filters={{ employeeId }} />}
      />
      <p className="max-w-prose pb-3 text-soft">{t('text')}</p>
      {count > rows.length ? <InlineAlert className="mb-3">{t('more', { count })}</InlineAlert> : null}
      {employees.length > 0 ? (
        <FilterBar isFiltered={employeeId !== ''} onReset={() => list.show({ employee: null })}>
          <SelectField
            className="w-52"
            label={t('columns.owner')}
            options={[
              { value: '', label: journal('wholeTeam') },
              ...employees.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={employeeId}
            onValueChange={(employee) => list.show({ employee })}
          />
        </FilterBar>
      ) : null}
      <Panel flush>
        <ListTable
          list="unfinished"
          caption={t('caption')}
          columns={columns}
          rows={rows}
          rowKey={(call) => call.id}
          footer={
            <Pager firstHref={list.firstHref} nextHref={next ? list.hrefWith({ after: next }) : null} />
          }
          empty={<EmptyState icon={<CheckCheck />} title={t('empty.title')} text={t('empty.text')} />}
        />
      </Panel>
    </>
  );
}

function StepName({ step }: { step: string | null }) {
  const t = useTranslations();
  if (step === null) return t('unfinished.unreadable');
  const key = `callScripts.steps.${step}` as 'callScripts.steps.greeting';
  return t.has(key) ? t(key) : step;
}

function Actions({ call, name }: { call: UnfinishedCall; name: string }) {
  const t = useTranslations('unfinished');
  return (
    <div className="flex flex-wrap gap-2 py-1 desk:justify-end">
      {call.mayReview ? (
        <ButtonLink href={`/calls/${call.id}`} variant="quiet" aria-label={t('viewCall', { name })}>
          {t('view')}
        </ButtonLink>
      ) : null}
      {call.may.finish ? (
        <ButtonLink href={`/desk?call=${call.id}`} variant="primary" aria-label={t('finishCall', { name })}>
          {t('finish')}
        </ButtonLink>
      ) : null}
      {call.may.takeOver ? <TakeOverButton callId={call.id} name={name} /> : null}
      {call.may.discard ? <DiscardButton callId={call.id} /> : null}
    </div>
  );
}
