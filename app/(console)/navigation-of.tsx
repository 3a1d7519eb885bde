import {
  BookOpenText,
  Building2,
  ChartColumn,
  ClipboardCheck,
  ClipboardList,
  FolderOpen,
  Headphones,
  Headset,
  Inbox,
  ListTodo,
  Mail,
  PhoneCall,
  PhoneMissed,
  PhoneOff,
  RefreshCcw,
  Settings,
  TriangleAlert,
  Wallet,
} from 'lucide-react';
import type { NavigationEntry } from '@/components/shell/navigation';
import { readsWholeJournal } from '@/lib/domain/calls/journal-rights';
import type { Person } from '@/lib/domain/employees/employee';
import {
  has,
  mayManagePay,
  mayReadJournal,
  mayReviewReactions,
  maySeeLiveCalls,
} from '@/lib/domain/employees/permissions';
import { mayOpenFolders } from '@/lib/domain/folders/folder-rights';
import { maySeeRounds } from '@/lib/domain/rounds/round-rights';
import { mayScoreCalls } from '@/lib/domain/score-cards/score-card-rights';

export type NavigationWords = (
  key:
    | 'desk'
    | 'leads'
    | 'reactions'
    | 'counterparties'
    | 'folders'
    | 'calls'
    | 'live'
    | 'missed'
    | 'unfinished'
    | 'reviews'
    | 'scoreCards'
    | 'rounds'
    | 'complaints'
    | 'pay'
    | 'reports'
    | 'callScripts'
    | 'mailbox'
    | 'settings',
) => string;

type NavigationCount = Pick<NavigationEntry, 'count' | 'countLabel' | 'isUrgent'>;

/** The sections a person works with, the most used first. Who may do what there is decided by the operations. */
export function navigationOf(
  person: Person,
  t: NavigationWords,
  counts: Partial<Record<Parameters<NavigationWords>[0], NavigationCount>>,
): NavigationEntry[] {
  const entry = (key: Parameters<NavigationWords>[0], href: string, icon: NavigationEntry['icon']) => ({
    key,
    href,
    icon,
    label: t(key),
    ...counts[key],
  });
  const isSales = person.departmentKind === 'sales';
  const isClient = person.departmentKind === 'client';
  return [
    entry('desk', '/desk', <Headset />),
    ...(isSales || mayReviewReactions(person) ? [entry('leads', '/leads', <Inbox />)] : []),
    entry('reactions', '/reactions', <ListTodo />),
    entry('counterparties', '/counterparties', <Building2 />),
    ...(mayOpenFolders(person) ? [entry('folders', '/folders', <FolderOpen />)] : []),
    ...(maySeeRounds(person) ? [entry('rounds', '/rounds', <RefreshCcw />)] : []),
    entry('complaints', '/complaints', <TriangleAlert />),
    ...(mayReadJournal(person) ? [entry('calls', '/calls', <PhoneCall />)] : []),
    ...(maySeeLiveCalls(person) ? [entry('live', '/calls/live', <Headphones />)] : []),
    ...(mayReadJournal(person) && readsWholeJournal(person)
      ? [entry('missed', '/calls/missed', <PhoneMissed />)]
      : []),
    ...(isClient ? [entry('unfinished', '/calls/unfinished', <PhoneOff />)] : []),
    ...(mayReviewReactions(person) ? [entry('reviews', '/reviews', <ClipboardCheck />)] : []),
    entry('scoreCards', mayScoreCalls(person) ? '/score-cards' : '/score-cards/mine', <ClipboardList />),
    ...(has(person, 'clientManager') || mayManagePay(person) ? [entry('pay', '/pay', <Wallet />)] : []),
    entry('reports', '/reports', <ChartColumn />),
    entry('mailbox', '/mailbox', <Mail />),
    entry('callScripts', '/call-scripts', <BookOpenText />),
    entry('settings', '/settings', <Settings />),
  ];
}
