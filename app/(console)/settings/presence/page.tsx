import type { SearchParams } from '@/app/(console)/list-address';
import { departmentNames } from '@/app/(console)/settings/department-names';
import { HistoryPanel } from '@/app/(console)/settings/history-panel';
import { peopleChoices } from '@/app/(console)/settings/people-choices';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { served } from '@/components/lists/served';
import { ServedTable } from '@/components/lists/served-table';
import { RefreshOnNews } from '@/components/live/live-provider';
import { ChosenBadge, DerivedWord } from '@/components/settings/presence-badge';
import { ChangePresence } from '@/components/settings/presence-dialog';
import { TimeInState } from '@/components/settings/time-in-state';
import { ButtonLink } from '@/components/ui/button-link';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { mayChangePresenceOf, mayReadHistory } from '@/lib/domain/employees/permissions';
import type { PresenceView } from '@/lib/domain/employees/presence.contract';
import { listPresence } from '@/lib/operations/presence/list-presence';

type Props = { searchParams: SearchParams };

/** In the address: `person`, of whom alone is told; `change`, whose presence is being changed. */
export default async function PresencePage({ searchParams }: Props) {
  const { person: asked, change } = await searchParams;
  const { person, context } = await signedInPage();
  const { rows: everybody } = await listPresence(context, {});
  const one = everybody.filter(({ employeeId }) => employeeId === asked);
  const rows = one.length > 0 ? one : everybody;
  const { t, format, locale } = await requestLanguage();
  const people = await peopleChoices(context, locale);
  const departments = await departmentNames(context, locale);
  const detail = (row: PresenceView) =>
    row.chosen === 'absent'
      ? [
          row.absentUntil === null
            ? null
            : t('presence.untilShort', { at: format.dateTime(row.absentUntil, 'dateTime') }),
          row.substituteName === null ? null : t('presence.substitutedBy', { name: row.substituteName }),
        ]
          .filter(Boolean)
          .join(', ')
      : '';
  return (
    <>
      <RefreshOnNews nouns={['presence', 'employee', 'peopleOfCall']} />
      <PageHeader
        title={t('settings.nav.presence')}
        actions={
          one.length > 0 ? <ButtonLink href="/settings/presence">{t('presence.showAll')}</ButtonLink> : null
        }
      />
      <div className="flex flex-col gap-4">
        <Panel flush>
          <ServedTable
            list="presence"
            caption={t('settings.nav.presence')}
            {...served<PresenceView>({
              rows,
              rowKey: (row) => row.employeeId,
              columns: [
                { key: 'name', header: t('presence.person'), isRowHeader: true, cell: (row) => row.name },
                {
                  key: 'department',
                  header: t('presence.department'),
                  cell: (row) => departments.get(row.departmentId) ?? '',
                },
                {
                  key: 'chosen',
                  header: t('presence.label'),
                  cell: (row) => (
                    <span className="flex flex-wrap items-center gap-2">
                      <ChosenBadge presence={row} />
                      <span className="text-soft">{detail(row)}</span>
                    </span>
                  ),
                },
                {
                  key: 'since',
                  header: t('presence.since'),
                  align: 'end',
                  cell: (row) => <TimeInState since={row.since} />,
                },
                { key: 'now', header: t('presence.now'), cell: (row) => <DerivedWord presence={row} /> },
                {
                  key: 'actions',
                  header: t('common.actions'),
                  isHeaderHidden: true,
                  align: 'end',
                  cell: (row) =>
                    row.employeeId === person.id || mayChangePresenceOf(person, row.departmentId) ? (
                      <ChangePresence
                        presence={row}
                        people={people}
                        isOpenAtFirst={change === row.employeeId}
                      />
                    ) : null,
                },
              ],
            })}
          />
        </Panel>
        {mayReadHistory(person) ? <HistoryPanel context={context} noun="presence" /> : null}
      </div>
    </>
  );
}
