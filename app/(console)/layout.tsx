import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { MyCallsProvider } from '@/components/calls/my-calls-provider';
import { CityDirectoryProvider } from '@/components/cities/city-directory-provider';
import { OutOfReachProvider } from '@/components/employees/out-of-reach-provider';
import { OwnPresenceProvider } from '@/components/employees/own-presence';
import { ExportRightProvider } from '@/components/exports/export-right';
import { LeadsProvider } from '@/components/leads/leads-provider';
import { columnsOfCookies } from '@/components/lists/column-cookie';
import { ColumnMemoryProvider } from '@/components/lists/column-memory';
import { LiveProvider } from '@/components/live/live-provider';
import { UrgentReactionsProvider } from '@/components/reactions/urgent-reactions-provider';
import { SavesProvider } from '@/components/saves/saves-provider';
import { HelpRequestsProvider } from '@/components/supervision/help-requests-provider';
import { WebhooksOffProvider } from '@/components/webhooks/webhooks-off-provider';
import { liveCursor } from '@/lib/context';
import { mayExport, maySeeLiveCalls } from '@/lib/domain/employees/permissions';
import { listMyCalls } from '@/lib/operations/calls/list-my-calls';
import { getMe } from '@/lib/operations/employees/get-me';
import { readCityDirectory } from '@/lib/operations/settings/read-city-directory';
import { ConsoleFrame } from './console-frame';
import { signedInPage } from './signed-in';

/** The signed-in shell: nothing in it is unmounted by moving between pages. */
export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const after = await liveCursor();
  const { person, context } = await signedInPage();
  const [mine, me, cities] = await Promise.all([
    listMyCalls(context),
    getMe(context),
    readCityDirectory(context),
  ]);
  const columns = columnsOfCookies(person.id, (await cookies()).getAll());
  const { phone, phoneKind } = me.employee;
  return (
    <LiveProvider after={after}>
      <SavesProvider personId={person.id}>
        <OwnPresenceProvider initial={{ presence: me.presence, employee: { phone, phoneKind } }}>
          <MyCallsProvider person={person} initial={mine}>
            <LeadsProvider areMine={person.departmentKind === 'sales'}>
              <UrgentReactionsProvider>
                <OutOfReachProvider person={person}>
                  <HelpRequestsProvider areMine={maySeeLiveCalls(person)}>
                    <CityDirectoryProvider cities={cities}>
                      <WebhooksOffProvider person={person}>
                        <ExportRightProvider isGiven={mayExport(person)}>
                          <ColumnMemoryProvider personId={person.id} initial={columns}>
                            <ConsoleFrame person={person}>{children}</ConsoleFrame>
                          </ColumnMemoryProvider>
                        </ExportRightProvider>
                      </WebhooksOffProvider>
                    </CityDirectoryProvider>
                  </HelpRequestsProvider>
                </OutOfReachProvider>
              </UrgentReactionsProvider>
            </LeadsProvider>
          </MyCallsProvider>
        </OwnPresenceProvider>
      </SavesProvider>
    </LiveProvider>
  );
}
