'use client';

import { Building2, FolderCheck, FolderOpen, PhoneIncoming, TriangleAlert, UserRound } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useCallback, useState } from 'react';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { useCallerName } from '@/components/calls/journal/caller-name';
import { usePhoneText } from '@/components/counterparties/phone-text';
import type { NavigationEntry } from '@/components/shell/navigation';
import { CommandDialog, type CommandGroup } from '@/components/ui/command-dialog';
import { useSearch } from '@/components/ui/use-search';
import { localizedName } from '@/lib/domain/localized-name';
import type { FoundByQuery, PersonFound } from '@/lib/domain/search/search.contract';
import { searchLine } from '@/lib/domain/search/search-line';
import { useCommands } from './use-commands';

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  sections: readonly NavigationEntry[];
  onPlus?: () => void;
};

const nothing: FoundByQuery = {
  ...{ cards: [], hasMoreCards: false, appeals: [] },
  ...{ folders: [], complaints: [], calls: [], people: [] },
};

/** One line to any counterparty, appeal, colleague, folder, complaint, call, section or command, over whatever page one is on; the call goes on. */
export function SearchDialog({ open, onOpenChange, sections, onPlus }: Props) {
  const t = useTranslations('shell.palette');
  const router = useRouter();
  const [query, setQuery] = useState('');
  const search = useCallback(
    async (typed: string, signal: AbortSignal) => [
      await api.get<FoundByQuery>('/search', { query: { query: searchLine(typed) }, signal }),
    ],
    [],
  );
  const { ask, forget, results, status } = useSearch<FoundByQuery>(search, { minCharacters: 1 });
  const commands = useCommands({ onPlus });
  const found = results[0] ?? nothing;
  const groups = useGroups(found, sections, commands, query);
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
      note={found.hasMoreCards ? t('moreCards') : undefined}
      onChoose={({ key }) => {
        show(false);
        const command = commands.find((each) => each.key === key);
        if (command) command.run();
        else router.push(key);
      }}
    />
  );
}

const pages: Record<PersonFound['page'], (id: string) => string> = {
  employee: (id) => `/settings/employees/${id}`,
  allWork: (id) => `/reactions?scope=all&person=${id}`,
  departmentWork: (id) => `/reactions?scope=department&person=${id}`,
  presence: (id) => `/settings/presence?person=${id}`,
};

/** The key of everything but a command is its address. */
function useGroups(
  { cards, appeals, people, folders, complaints, calls }: FoundByQuery,
  sections: readonly NavigationEntry[],
  commands: ReturnType<typeof useCommands>,
  query: string,
): CommandGroup[] {
  const t = useTranslations('shell.palette');
  const format = useFormatter();
  const locale = useLocale();
  const phoneText = usePhoneText();
  const { nameOf, numberOf } = useCallerName();
  const typed = query.trim().toLocaleLowerCase();
  const isNamed = ({ label }: { label: string }) => label.toLocaleLowerCase().includes(typed);
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
      key: 'people',
      label: t('people'),
      items: people.map(({ id, name, departmentName, departmentNameEn, phone, page }) => ({
        key: pages[page](id),
        label: name,
        detail: [
          localizedName({ name: departmentName, nameEn: departmentNameEn }, locale),
          phone && phoneText({ raw: phone, e164: phone.startsWith('+') ? phone : null, extension: null }),
        ]
          .filter(Boolean)
          .join(' · '),
        icon: <UserRound />,
      })),
    },
    {
      key: 'folders',
      label: t('folders'),
      items: folders.map(({ id, number, counterpartyName }) => ({
        key: `/folders/${id}`,
        label: t('folder', { number: String(number) }),
        detail: counterpartyName,
        icon: <FolderCheck />,
      })),
    },
    {
      key: 'complaints',
      label: t('complaints'),
      items: complaints.map(({ id, number, counterpartyName }) => ({
        key: `/complaints/${id}`,
        label: t('complaint', { number: String(number) }),
        detail: counterpartyName,
        icon: <TriangleAlert />,
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
    { key: 'commands', label: t('commands.label'), items: commands.filter(isNamed) },
    {
      key: 'sections',
      label: t('sections'),
      items: sections.filter(isNamed).map(({ href, label, icon }) => ({ key: href, label, icon })),
    },
  ];
  return groups.filter(({ items }) => items.length > 0);
}
