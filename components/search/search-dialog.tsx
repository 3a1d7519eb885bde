'use client';

import { Building2, FolderOpen, PhoneIncoming } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useCallback, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { useCallerName } from '@/components/calls/journal/caller-name';
import type { NavigationEntry } from '@/components/shell/navigation';
import { CommandDialog, type CommandGroup } from '@/components/ui/command-dialog';
import { useSearch } from '@/components/ui/use-search';
import type { JournalRow } from '@/lib/domain/calls/journal-view';
import type { CardSummary } from '@/lib/domain/counterparties/card-views';
import type { AppealView } from '@/lib/domain/reactions/reaction-views';
import { searchParts } from './search-parts';

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  sections: readonly NavigationEntry[];
  mayReadJournal: boolean;
};

type Found =
  | { kind: 'card'; card: CardSummary }
  | { kind: 'appeal'; appeal: AppealView }
  | { kind: 'call'; call: JournalRow };

const mostOfEach = 6;

/** One line to any counterparty, appeal, call or section, over whatever page one is on; the call goes on. */
export function SearchDialog({ open, onOpenChange, sections, mayReadJournal }: Props) {
  const t = useTranslations('shell.palette');
  const router = useRouter();
  const [query, setQuery] = useState('');
  const search = useCallback(
    (typed: string, signal: AbortSignal) => find(typed, mayReadJournal, signal),
    [mayReadJournal],
  );
  const { ask, forget, results, status } = useSearch<Found>(search, { minCharacters: 1 });
  const groups = useGroups(results, sections, query);
  const show = (isOpen: boolean) => {
    onOpenChange(isOpen);
    if (isOpen) return;
    setQuery('');
    forget();
  };
  return (
    <CommandDialog
      open={open}
      onOpenChange={show}
      label={t('label')}
      placeholder={t('placeholder')}
      query={query}
      onQueryChange={(typed) => {
        setQuery(typed);
        ask(typed);
      }}
      groups={groups}
      status={status}
      onChoose={({ key }) => {
        show(false);
        router.push(key);
      }}
    />
  );
}

/** Every entry's key is its address. */
function useGroups(
  results: readonly Found[],
  sections: readonly NavigationEntry[],
  query: string,
): CommandGroup[] {
  const t = useTranslations('shell.palette');
  const format = useFormatter();
  const { nameOf, numberOf } = useCallerName();
  const typed = query.trim().toLocaleLowerCase();
  const cards = results.flatMap((found) => (found.kind === 'card' ? found.card : []));
  const appeals = results.flatMap((found) => (found.kind === 'appeal' ? found.appeal : []));
  const calls = results.flatMap((found) => (found.kind === 'call' ? found.call : []));
  const groups: CommandGroup[] = [
    {
      key: 'cards',
      label: t('cards'),
      items: cards.map((card) => ({
        key: `/counterparties/${card.id}`,
        label: card.name,
        detail: [card.city, card.contactPerson].filter(Boolean).join(' · '),
        icon: <Building2 />,
      })),
    },
    {
      key: 'appeals',
      label: t('appeals'),
      items: appeals.map((appeal) => ({
        key: `/appeals/${appeal.id}`,
        label: t('appeal', { number: String(appeal.number), topic: appeal.topic }),
        detail: appeal.counterparty.name,
        icon: <FolderOpen />,
      })),
    },
    {
      key: 'calls',
      label: t('calls'),
      items: calls.map((call) => ({
        key: `/calls/${call.id}`,
        label: `${format.dateTime(call.arrivedAt, 'dateTime')} · ${nameOf(call)}`,
        detail: numberOf(call),
        icon: <PhoneIncoming />,
      })),
    },
    {
      key: 'sections',
      label: t('sections'),
      items: sections
        .filter(({ label }) => label.toLocaleLowerCase().includes(typed))
        .map(({ href, label, icon }) => ({ key: href, label, icon })),
    },
  ];
  return groups.filter(({ items }) => items.length > 0);
}

async function find(typed: string, mayReadJournal: boolean, signal: AbortSignal): Promise<Found[]> {
  const { cards, appealNumber, caller } = searchParts(typed);
  const [foundCards, foundAppeals, foundCalls] = await Promise.all([
    cards
      ? api.get<{ cards: CardSummary[] }>('/counterparties/search', { query: { query: cards }, signal })
      : null,
    appealNumber
      ? api.get<{ rows: AppealView[] }>('/appeals', { query: { state: 'all', number: appealNumber }, signal })
      : null,
    caller && mayReadJournal
      ? api.get<{ rows: JournalRow[] }>('/calls', { query: { caller, limit: 2 * mostOfEach }, signal })
      : null,
  ]);
  return [
    ...(foundCards?.cards ?? []).slice(0, mostOfEach).map((card) => ({ kind: 'card' as const, card })),
    ...(foundAppeals?.rows ?? []).map((appeal) => ({ kind: 'appeal' as const, appeal })),
    ...(foundCalls?.rows ?? [])
      .filter(({ mayReview }) => mayReview)
      .slice(0, mostOfEach)
      .map((call) => ({ kind: 'call' as const, call })),
  ];
}
