import { notFound } from 'next/navigation';
import { DirectoryPage, DirectoryTable } from '@/app/(console)/settings/directory-page';
import { HistoryPanel } from '@/app/(console)/settings/history-panel';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { CsvButton } from '@/components/exports/csv-button';
import { served } from '@/components/lists/served';
import { ServedTable } from '@/components/lists/served-table';
import { CallWordsForm } from '@/components/settings/call-words-form';
import {
  AddCompanyNumber,
  BlockNumber,
  EditCompanyNumber,
  UnblockNumber,
} from '@/components/settings/number-dialogs';
import { EmptyState } from '@/components/ui/empty-state';
import { Pager } from '@/components/ui/pager';
import { Panel } from '@/components/ui/panel';
import { cityDirectory } from '@/lib/domain/cities/city-directory';
import { roundTheClock } from '@/lib/domain/deadlines/business-hours';
import { companyTimeZone } from '@/lib/domain/deadlines/time-zone';
import {
  mayAdminister,
  mayBlockNumbers,
  mayReadHistory,
  mayUnblockNumbers,
} from '@/lib/domain/employees/permissions';
import { formatPhone } from '@/lib/domain/phones/format-phone';
import type { BlockedNumberView, CompanyNumberView } from '@/lib/domain/settings/numbers.contract';
import { listDepartments } from '@/lib/operations/departments/list-departments';
import { getCallWords } from '@/lib/operations/settings/get-call-words';
import { listBlockedNumbers } from '@/lib/operations/settings/list-blocked-numbers';
import { listCompanyNumbers } from '@/lib/operations/settings/list-company-numbers';
import { readCityDirectory } from '@/lib/operations/settings/read-city-directory';

type Props = { searchParams: Promise<{ after?: string }> };

export default async function NumbersPage({ searchParams }: Props) {
  const { person, context } = await signedInPage();
  if (!mayAdminister(person) && !mayBlockNumbers(person)) notFound();
  const { after } = await searchParams;
  const { t, format, locale } = await requestLanguage();
  const { codeLengthOf } = cityDirectory(await readCityDirectory(context));
  const company = await listCompanyNumbers(context);
  const clientHours =
    (await listDepartments(context)).rows.find(({ kind, disabledAt }) => kind === 'client' && !disabledAt)
      ?.hours ?? roundTheClock(companyTimeZone);
  const blocked = mayBlockNumbers(person) ? await listBlockedNumbers(context, { after, limit: 50 }) : null;
  const phone = (e164: string) => formatPhone({ e164 }, { locale, codeLengthOf });
  return (
    <DirectoryPage
      title={t('settings.nav.numbers')}
      nouns={['companyNumber', 'blockedNumber', 'department', 'settings']}
    >
      <Panel
        flush
        title={t('settings.numbers.company')}
        actions={mayAdminister(person) ? <AddCompanyNumber /> : null}
      >
        <DirectoryTable<CompanyNumberView>
          path="/numbers"
          edit={
            mayAdminister(person)
              ? (row) => <EditCompanyNumber number={row} departmentHours={clientHours} />
              : null
          }
          caption={t('settings.numbers.company')}
          rows={company.rows}
          empty={<EmptyState title={t('settings.numbers.empty')} text={t('settings.numbers.emptyText')} />}
          columns={[
            {
              key: 'phone',
              header: t('settings.numbers.phone'),
              isRowHeader: true,
              cell: (row) => <span className="whitespace-nowrap">{phone(row.e164)}</span>,
            },
            { key: 'name', header: t('settings.numbers.name'), cell: (row) => row.name },
            {
              key: 'opening',
              header: t('settings.numbers.opening'),
              cell: (row) =>
                [
                  t(`settings.numbers.${row.hours ? 'hasOwnHours' : 'hasDepartmentHours'}`),
                  row.closedGreeting ? t('settings.numbers.hasOwnGreeting') : null,
                ]
                  .filter(Boolean)
                  .join(', '),
            },
            {
              key: 'recording',
              header: t('settings.numbers.recording'),
              cell: (row) =>
                [
                  t(`settings.numbers.${row.recordsConversations ? 'isRecorded' : 'isNotRecorded'}`),
                  t('settings.numbers.keeps', { days: row.retentionDays }),
                ].join(', '),
            },
          ]}
        />
      </Panel>
      {mayAdminister(person) ? (
        <Panel title={t('settings.callWords.title')}>
          <CallWordsForm {...(await getCallWords(context))} />
        </Panel>
      ) : null}
      {blocked ? (
        <Panel
          flush
          title={t('settings.numbers.blocked')}
          actions={
            <>
              <CsvButton list="blocked-numbers" size="small" />
              <BlockNumber />
            </>
          }
        >
          <ServedTable
            list="blocked-numbers"
            caption={t('settings.numbers.blocked')}
            empty={
              <EmptyState
                title={t('settings.numbers.noneBlocked')}
                text={t('settings.numbers.noneBlockedText')}
              />
            }
            {...served<BlockedNumberView>({
              rows: blocked.rows,
              rowKey: (row) => row.e164,
              columns: [
                {
                  key: 'phone',
                  header: t('settings.numbers.phone'),
                  isRowHeader: true,
                  cell: (row) => <span className="whitespace-nowrap">{phone(row.e164)}</span>,
                },
                { key: 'reason', header: t('settings.numbers.reason'), cell: (row) => row.reason },
                {
                  key: 'by',
                  header: t('settings.numbers.by'),
                  cell: (row) =>
                    [row.blockedByName, format.dateTime(row.blockedAt, 'dateTime')]
                      .filter(Boolean)
                      .join(', '),
                },
                {
                  key: 'actions',
                  header: t('common.actions'),
                  isHeaderHidden: true,
                  align: 'end',
                  cell: (row) =>
                    mayUnblockNumbers(person) ? <UnblockNumber number={row} phone={phone(row.e164)} /> : null,
                },
              ],
            })}
            footer={
              <Pager
                firstHref={after ? '/settings/numbers' : null}
                nextHref={
                  blocked.next ? `/settings/numbers?${new URLSearchParams({ after: blocked.next })}` : null
                }
              />
            }
          />
        </Panel>
      ) : null}
      {mayReadHistory(person) ? (
        <>
          <HistoryPanel context={context} noun="companyNumber" isNamed />
          <HistoryPanel context={context} noun="callWords" isNamed />
          <HistoryPanel context={context} noun="blockedNumber" isNamed />
        </>
      ) : null}
    </DirectoryPage>
  );
}
