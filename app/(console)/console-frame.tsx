'use client';

import { LogOut, UserCog } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type ReactNode, Suspense, useEffect, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { CallBar } from '@/components/calls/call-bar';
import { DialMenu } from '@/components/calls/outgoing/dial-menu';
import { RingMenu } from '@/components/calls/ring/ring-menu';
import { useUnfinishedCount } from '@/components/calls/unfinished/unfinished-count';
import { usePlusCard } from '@/components/calls/use-plus-card';
import { useComplaintCount } from '@/components/complaints/complaint-count';
import { useOutOfReach } from '@/components/employees/out-of-reach-provider';
import { PresenceMenu } from '@/components/employees/presence-menu';
import { SilenceNotice } from '@/components/employees/silence-notice';
import { useFolderCount } from '@/components/folders/use-folder-count';
import { keptForms } from '@/components/kept-forms';
import { LeadAlerts } from '@/components/leads/lead-alerts';
import { leadCount } from '@/components/leads/lead-count';
import { useLeads } from '@/components/leads/leads-provider';
import { useStuckLetterCount } from '@/components/letters/stuck-letter-count';
import { HeldNavigation } from '@/components/live/held-navigation';
import { PhoneMenu } from '@/components/phone/phone-menu';
import { PhoneProblemNotice } from '@/components/phone/phone-problem-notice';
import { PhoneProvider } from '@/components/phone/phone-provider';
import { ReactionCalls } from '@/components/reactions/reaction-calls';
import { useUrgentReactions } from '@/components/reactions/urgent-reactions-provider';
import { WorkReminders } from '@/components/reactions/work-reminders';
import { useRemarkCount } from '@/components/reviews/remark-count';
import { useRoundCount } from '@/components/rounds/round-count';
import { useConnectionBanner } from '@/components/saves/use-connection-banner';
import { useScoreCardCount } from '@/components/score-cards/score-card-count';
import { AppShell } from '@/components/shell/app-shell';
import { useHelpRequests } from '@/components/supervision/help-requests-provider';
import { SupervisionNews } from '@/components/supervision/supervision-news';
import { useFetchedWhenIdle } from '@/components/ui/use-fetched-when-idle';
import { useWebhooksOff } from '@/components/webhooks/webhooks-off-provider';
import type { Person } from '@/lib/domain/employees/employee';
import { countedFolders } from '@/lib/domain/folders/folder-rights';
import { localizedName } from '@/lib/domain/localized-name';
import { maySeeRounds } from '@/lib/domain/rounds/round-rights';
import { mayScoreCalls } from '@/lib/domain/score-cards/score-card-rights';
import { checkLine, makeAgentPhone } from '@/lib/twilio/later-phone';
import { navigationOf } from './navigation-of';
import { ConsoleAlerts, LeaveDialog, openedParts, SavesDialog, SearchDialog } from './opened-parts';

type Props = { person: Person; children: ReactNode };

/** What was typed and not saved goes with the person, once they are really out. */
async function leave() {
  const { signOut } = await import('next-auth/react');
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
  const locale = useLocale();
  const router = useRouter();
  const [isShowingSaves, showSaves] = useState(false);
  const connection = useConnectionBanner(() => showSaves(true));
  const [isLeaving, setLeaving] = useState(false);
  const settingsWords = useTranslations('settings.nav');
  const leadWords = useTranslations('leads');
  const reactionWords = useTranslations('reactions');
  const reviewWords = useTranslations('reviews');
  const scoreCardWords = useTranslations('scoreCards');
  const unfinishedWords = useTranslations('unfinished');
  const supervisionWords = useTranslations('supervision');
  const helpCount = useHelpRequests()?.counts.help ?? 0;
  const leads = leadCount(useLeads().waiting);
  const remarks = useRemarkCount();
  const roundWords = useTranslations('rounds');
  const complaintWords = useTranslations('complaints');
  const folderWords = useTranslations('folders');
  const counted = countedFolders(person);
  const folders = useFolderCount(counted);
  const rounds = useRoundCount(maySeeRounds(person));
  const complaints = useComplaintCount();
  const letterWords = useTranslations('letters');
  const stuckLetters = useStuckLetterCount();
  const scoreCards = useScoreCardCount(mayScoreCalls(person));
  const waiting = useUrgentReactions()?.count ?? 0;
  const presenceWords = useTranslations('presence');
  const outOfReach = useOutOfReach()?.length ?? 0;
  const webhookWords = useTranslations('webhooks');
  const webhooksOff = useWebhooksOff().length;
  const unfinished = useUnfinishedCount(person.departmentKind === 'client');
  const plus = usePlusCard(person);
  useEffect(() => keptForms.belongTo(person.id), [person.id]);
  const [isSearching, setSearching] = useState(false);
  useFetchedWhenIdle(openedParts);
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
      count: outOfReach + webhooksOff,
      countLabel: [
        outOfReach > 0 && presenceWords('outOfReach.count', { count: outOfReach }),
        webhooksOff > 0 && webhookWords('off.count', { count: webhooksOff }),
      ]
        .filter(Boolean)
        .join(', '),
      isUrgent: true,
    },
    live: { count: helpCount, countLabel: supervisionWords('count', { count: helpCount }), isUrgent: true },
    rounds: {
      count: rounds.owed > 0 ? rounds.owed : rounds.due + rounds.unattended,
      countLabel:
        rounds.owed > 0
          ? roundWords('owedCount', { count: rounds.owed })
          : [
              rounds.due > 0 && roundWords('count', { count: rounds.due }),
              rounds.unattended > 0 && roundWords('unattended.count', { count: rounds.unattended }),
            ]
              .filter(Boolean)
              .join(', '),
      isUrgent: rounds.owed > 0,
    },
    folders: {
      count: folders,
      countLabel: counted ? folderWords(`counts.${counted}`, { count: folders }) : undefined,
    },
    complaints: {
      count: complaints,
      countLabel: complaintWords('count', { count: complaints }),
      isUrgent: true,
    },
    mailbox: {
      count: stuckLetters,
      countLabel: letterWords('stuck', { count: stuckLetters }),
      isUrgent: true,
    },
    scoreCards: { count: scoreCards, countLabel: scoreCardWords('count', { count: scoreCards }) },
    unfinished: { count: unfinished, countLabel: unfinishedWords('count', { count: unfinished }) },
  });
  return (
    <AppShell
      navigation={navigation}
      person={{
        name: person.name,
        detail: [
          ...person.roles.map((role) => t(`roles.${role}`)),
          ...(person.adjustedRoles ?? []).flatMap(({ name, nameEn }) =>
            name === null ? [] : localizedName({ name, nameEn: nameEn ?? '' }, locale),
          ),
        ].join(', '),
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
            onSelect: () => setLeaving(true),
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
      connection={connection}
    >
      {children}
      <LeadAlerts />
      <ReactionCalls personId={person.id} />
      <ConsoleAlerts personId={person.id} />
      <SupervisionNews />
      <WorkReminders personId={person.id} />
      {plus.card}
      <HeldNavigation />
      {isShowingSaves ? <SavesDialog open onOpenChange={showSaves} /> : null}
      {isLeaving ? <LeaveDialog leave={leave} onStay={() => setLeaving(false)} /> : null}
      {isSearching ? (
        <SearchDialog open onOpenChange={setSearching} sections={navigation} onPlus={plus.open} />
      ) : null}
    </AppShell>
  );
}
