import {
  BookOpenText,
  Building2,
  ChartColumn,
  ClipboardCheck,
  Headphones,
  Headset,
  Inbox,
  ListTodo,
  Mail,
  PhoneCall,
  PhoneMissed,
  PhoneOff,
  Settings,
} from 'lucide-react';
import type { NavigationEntry } from '@/components/shell/navigation';
import { readsWholeJournal } from '@/lib/domain/calls/journal-rights';
import type { Person } from '@/lib/domain/employees/employee';
import { mayReadJournal, mayReviewReactions, maySeeLiveCalls } from '@/lib/domain/employees/permissions';

export type NavigationWords = (
  key:
    | 'desk'
    | 'leads'
    | 'reactions'
    | 'counterparties'
    | 'calls'
    | 'live'
    | 'missed'
    | 'unfinished'
    | 'reviews'
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
    ...(mayReadJournal(person) ? [entry('calls', '/calls', <PhoneCall />)] : []),
    ...(maySeeLiveCalls(person) ? [entry('live', '/calls/live', <Headphones />)] : []),
    ...(mayReadJournal(person) && readsWholeJournal(person)
      ? [entry('missed', '/calls/missed', <PhoneMissed />)]
      : []),
    ...(isClient ? [entry('unfinished', '/calls/unfinished', <PhoneOff />)] : []),
    ...(mayReviewReactions(person) ? [entry('reviews', '/reviews', <ClipboardCheck />)] : []),
    entry('reports', '/reports', <ChartColumn />),
    entry('mailbox', '/mailbox', <Mail />),
    entry('callScripts', '/call-scripts', <BookOpenText />),
    entry('settings', '/settings', <Settings />),
  ];
}
