'use client';

import { ChevronDown, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { CsvButton } from '@/components/exports/csv-button';
import { DaysFilter } from '@/components/lists/days-filter';
import { ListTable } from '@/components/lists/list-table';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterBar } from '@/components/ui/filter-bar';
import { IconButton } from '@/components/ui/icon-button';
import { InlineAlert } from '@/components/ui/inline-alert';
import { PageHeader } from '@/components/ui/page-header';
import { Pager } from '@/components/ui/pager';
import { Panel } from '@/components/ui/panel';
import { Segmented } from '@/components/ui/segmented';
import { SelectField } from '@/components/ui/select-field';
import type { Column } from '@/components/ui/table-column';
import { TextLink } from '@/components/ui/text-link';
import { useListAddress } from '@/components/ui/use-list-address';
import type { LetterView } from '@/lib/domain/letters/letters.contract';
import type { Page } from '@/lib/domain/paging';
import { LetterState } from './letter-state';

type Props = {
  scope: 'mine' | 'all';
  mayAll: boolean;
  /** Letters leave for nowhere: this is the demo. */
  isDemo: boolean;
  page: Page<LetterView>;
  /** The author; days as `YYYY-MM-DD`; empty when not limited. */
  filters: { employeeId: string; from: string; until: string };
  /** The same filters as the API takes them. */
  asked: Readonly<Record<string, string | number | undefined>>;
  /** Whose letters may be chosen; empty for one's own. */
  employees: readonly { id: string; name: string }[];
};

/** Letters written here, newest first, and what became of each. */
export function MailboxScreen({ scope, mayAll, isDemo, page, filters, asked, employees }: Props) {
  const t = useTranslations('letters');
  const common = useTranslations('common.table');
  const reactions = useTranslations('reactions');
  const journal = useTranslations('calls.filters');
  const format = useFormatter();
  const address = useListAddress();
  const [opened, setOpened] = useState<string | null>(null);
  const columns: Column<LetterView>[] = [
    {
      key: 'open',
      header: t('text'),
      isHeaderHidden: true,
      width: 'w-8',
      isControl: true,
      cell: ({ id }) => (
        <IconButton
          size="small"
          label={common(opened === id ? 'collapse' : 'expand')}
          aria-expanded={opened === id}
          icon={opened === id ? <ChevronDown /> : <ChevronRight />}
          onClick={() => setOpened(opened === id ? null : id)}
        />
      ),
    },
    {
      key: 'when',
      header: t('columns.when'),
      cell: ({ createdAt }) => (
        <span className="whitespace-nowrap tabular-nums">{format.dateTime(createdAt, 'dateTime')}</span>
      ),
    },
    {
      key: 'subject',
      header: t('subject'),
      isRowHeader: true,
      cell: ({ subject }) => <span className="[overflow-wrap:anywhere]">{subject}</span>,
    },
    {
      key: 'counterparty',
      header: t('columns.counterparty'),
      cell: ({ counterparty }) => (
        <TextLink href={`/counterparties/${counterparty.id}`}>{counterparty.name}</TextLink>
      ),
    },
    {
      key: 'appeal',
      header: t('appeal'),
      cell: ({ appeal }) => (
        <TextLink href={`/appeals/${appeal.id}`}>
          {reactions('appealNumber', { number: String(appeal.number) })}
        </TextLink>
      ),
    },
    { key: 'author', header: t('columns.author'), cell: ({ author }) => author.name },
    {
      key: 'state',
      header: t('columns.state'),
      cell: (letter) => <LetterState letter={letter} isInMailbox />,
    },
  ];
  return (
    <>
      <PageHeader
        title={t(isDemo ? 'demoTitle' : 'listTitle')}
        actions={<CsvButton list="letters" filters={asked} />}
      />
      {isDemo ? (
        <InlineAlert tone="info" className="mb-3">
          {t('demo')}
        </InlineAlert>
      ) : null}
      <FilterBar
        isFiltered={Object.values(filters).some(Boolean)}
        onReset={() => address.show({ employee: null, from: null, until: null })}
      >
        {mayAll ? (
          <Segmented
            label={t('scope.label')}
            options={(['mine', 'all'] as const).map((value) => ({ value, label: t(`scope.${value}`) }))}
            value={scope}
            onValueChange={(value) =>
              address.show({ scope: value === 'mine' ? null : value, employee: null })
            }
          />
        ) : null}
        <DaysFilter from={filters.from} until={filters.until} show={address.show} />
        {employees.length > 0 ? (
          <SelectField
            className="w-52"
            label={t('columns.author')}
            options={[
              { value: '', label: journal('wholeTeam') },
              ...employees.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={filters.employeeId}
            onValueChange={(employee) => address.show({ employee })}
          />
        ) : null}
      </FilterBar>
      <Panel flush>
        <ListTable
          list="letters"
          caption={t('listTitle')}
          columns={columns}
          rows={page.rows}
          rowKey={({ id }) => id}
          rowDetail={({ id, text }) =>
            id === opened ? <p className="whitespace-pre-line [overflow-wrap:anywhere]">{text}</p> : null
          }
          empty={<EmptyState title={t('empty')} text={t('emptyText')} />}
          footer={
            <Pager
              firstHref={address.firstHref}
              nextHref={page.next && address.hrefWith({ after: page.next })}
            />
          }
          busy={address.isPending}
        />
      </Panel>
    </>
  );
}
