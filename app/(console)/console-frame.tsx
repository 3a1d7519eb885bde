'use client';

import { LogOut, UserCog } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { signOut } from 'next-auth/react';
import { type ReactNode, Suspense, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { CallBar } from '@/components/calls/call-bar';
import { DialMenu } from '@/components/calls/outgoing/dial-menu';
import { RingMenu } from '@/components/calls/ring/ring-menu';
import { useUnfinishedCount } from '@/components/calls/unfinished/unfinished-count';
import { useUnsentCount } from '@/components/calls/unsent-count';
import { usePlusCard } from '@/components/calls/use-plus-card';
import { OutOfReachAlerts } from '@/components/employees/out-of-reach-alerts';
import { useOutOfReach } from '@/components/employees/out-of-reach-provider';
import { PresenceMenu } from '@/components/employees/presence-menu';
import { SilenceNotice } from '@/components/employees/silence-notice';
import { keptForms } from '@/components/kept-forms';
import { LeadAlerts } from '@/components/leads/lead-alerts';
import { leadCount } from '@/components/leads/lead-count';
import { useLeads } from '@/components/leads/leads-provider';
import { useConnection } from '@/components/live/live-provider';
import { PhoneMenu } from '@/components/phone/phone-menu';
import { PhoneProblemNotice } from '@/components/phone/phone-problem-notice';
import { PhoneProvider } from '@/components/phone/phone-provider';
import { ReactionCalls } from '@/components/reactions/reaction-calls';
import { useUrgentReactions } from '@/components/reactions/urgent-reactions-provider';
import { WorkReminders } from '@/components/reactions/work-reminders';
import { useRemarkCount } from '@/components/reviews/remark-count';
import { SearchDialog } from '@/components/search/search-dialog';
import { AppShell } from '@/components/shell/app-shell';
import { HelpAlerts } from '@/components/supervision/help-alerts';
import { useHelpRequests } from '@/components/supervision/help-requests-provider';
import { SupervisionNews } from '@/components/supervision/supervision-news';
import type { Person } from '@/lib/domain/employees/employee';
import { makeAgentPhone } from '@/lib/twilio/agent-phone';
import { checkLine } from '@/lib/twilio/line-check';
import { navigationOf } from './navigation-of';

type Props = { person: Person; children: ReactNode };

/** What was typed and not saved goes with the person, once they are really out. */
async function leave() {
  await signOut({ redirect: false });
  keptForms.forgetAll();
  window.location.assign('/sign-in');
}

/** Puts the shell's pieces together for the signed-in person. */
export function ConsoleFrame(props: Props) {
  return (
    <PhoneProvider makePhone={makeAgentPhone} checkLine={checkLine}>
      <Frame {...props} />
    </PhoneProvider>
  );
}

function Frame({ person, children }: Props) {
  const t = useTranslations('shell');
  const router = useRouter();
  const { lostSince, reconnect } = useConnection();
  const queuedCount = useUnsentCount();
  const settingsWords = useTranslations('settings.nav');
  const leadWords = useTranslations('leads');
  const reactionWords = useTranslations('reactions');
  const reviewWords = useTranslations('reviews');
  const unfinishedWords = useTranslations('unfinished');
  const supervisionWords = useTranslations('supervision');
  const helpCount = useHelpRequests()?.counts.help ?? 0;
  const leads = leadCount(useLeads().waiting);
  const remarks = useRemarkCount();
  const waiting = useUrgentReactions()?.count ?? 0;
  const presenceWords = useTranslations('presence');
  const outOfReach = useOutOfReach()?.length ?? 0;
  const unfinished = useUnfinishedCount(person.departmentKind === 'client');
  const plus = usePlusCard(person);
  useEffect(() => keptForms.belongTo(person.id), [person.id]);
  const [isSearching, setSearching] = useState(false);
  const navigation = navigationOf(person, (key) => t(`sections.${key}`), {
    leads: { count: leads, countLabel: leadWords('count', { count: leads }), isUrgent: true },
    reactions: {
      count: waiting + remarks,
      countLabel: [
        waiting > 0 && reactionWords('waiting', { count: waiting }),
        remarks > 0 && reviewWords('count', { count: remarks }),
      ]
        .filter(Boolean)
        .join(', '),
      isUrgent: waiting > 0,
    },
    settings: {
      count: outOfReach,
      countLabel: presenceWords('outOfReach.count', { count: outOfReach }),
      isUrgent: true,
    },
    live: { count: helpCount, countLabel: supervisionWords('count', { count: helpCount }), isUrgent: true },
    unfinished: { count: unfinished, countLabel: unfinishedWords('count', { count: unfinished }) },
  });
  return (
    <AppShell
      navigation={navigation}
      person={{
        name: person.name,
        detail: person.roles.map((role) => t(`roles.${role}`)).join(', '),
        entries: [
          { kind: 'separator' },
          {
            kind: 'action',
            label: settingsWords('own'),
            icon: <UserCog />,
            onSelect: () => router.push('/settings'),
          },
          {
            kind: 'action',
            label: t('signOut'),
            icon: <LogOut />,
            onSelect: () => void leave(),
          },
        ],
      }}
      onPlus={plus.open}
      presence={
        <>
          <DialMenu />
          <PhoneMenu />
          <PresenceMenu />
          <RingMenu />
        </>
      }
      callBar={
        <Suspense>
          <PhoneProblemNotice />
          <SilenceNotice />
          <CallBar />
        </Suspense>
      }
      onSearch={() => setSearching(true)}
      connectionLostSince={lostSince}
      queuedCount={queuedCount}
      onReconnect={reconnect}
    >
      {children}
      <LeadAlerts />
      <OutOfReachAlerts personId={person.id} />
      <ReactionCalls personId={person.id} />
      <HelpAlerts personId={person.id} />
      <SupervisionNews />
      <WorkReminders personId={person.id} />
      {plus.card}
      <SearchDialog open={isSearching} onOpenChange={setSearching} sections={navigation} onPlus={plus.open} />
    </AppShell>
  );
}
