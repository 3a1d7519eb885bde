import type { ReactNode } from 'react';
import { MyCallsProvider } from '@/components/calls/my-calls-provider';
import { OwnPresenceProvider } from '@/components/employees/own-presence';
import { LiveProvider } from '@/components/live/live-provider';
import { liveCursor } from '@/lib/context';
import { listMyCalls } from '@/lib/operations/calls/list-my-calls';
import { getMe } from '@/lib/operations/employees/get-me';
import { ConsoleFrame } from './console-frame';
import { signedInPage } from './signed-in';

/** The signed-in shell: nothing in it is unmounted by moving between pages. */
export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const after = await liveCursor();
  const { person, context } = await signedInPage();
  const [{ calls }, me] = await Promise.all([listMyCalls(context), getMe(context)]);
  return (
    <LiveProvider after={after}>
      <OwnPresenceProvider initial={{ presence: me.presence, employee: { phone: me.employee.phone } }}>
        <MyCallsProvider personId={person.id} initial={calls}>
          <ConsoleFrame person={person}>{children}</ConsoleFrame>
        </MyCallsProvider>
      </OwnPresenceProvider>
    </LiveProvider>
  );
}
