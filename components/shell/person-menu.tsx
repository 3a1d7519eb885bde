'use client';

import { Keyboard } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'use-intl';
import { Avatar } from '@/components/ui/avatar';
import { Menu, type MenuEntry } from '@/components/ui/menu';
import { useHotkeyChoices, useKeysOf } from './hotkeys';
import { rememberPreference } from './preference';
import { THEMES } from './theme';
import { useTheme } from './use-theme';

export type Person = {
  name: string;
  /** Department, roles: a quieter line under the name. */
  detail?: string;
  /** What else the menu offers: own settings, sign out. */
  entries: readonly MenuEntry[];
};

/** Who is signed in, with the theme, the language (on a phone) and the list of keys. */
export function PersonMenu({ person }: { person: Person }) {
  const t = useTranslations('shell');
  const locale = useLocale();
  const router = useRouter();
  const [theme, setTheme] = useTheme();
  const { setListOpen } = useHotkeyChoices();
  const shortcutKeys = useKeysOf('shortcuts');

  const entries: MenuEntry[] = [
    {
      kind: 'choice',
      label: t('theme.label'),
      options: THEMES.map((value) => ({ value, label: t(`theme.${value}`) })),
      value: theme,
      onValueChange: (value) => setTheme(THEMES.find((each) => each === value) ?? 'system'),
    },
    {
      kind: 'choice',
      label: t('language'),
      options: [
        { value: 'ru', label: <span lang="ru">Русский</span> },
        { value: 'en', label: <span lang="en">English</span> },
      ],
      value: locale,
      onValueChange: (value) => {
        rememberPreference('locale', value);
        router.refresh();
      },
    },
    { kind: 'separator' },
    {
      kind: 'action',
      label: t('shortcuts'),
      icon: <Keyboard />,
      keys: shortcutKeys ?? undefined,
      onSelect: () => setListOpen(true),
    },
    ...person.entries,
  ];

  return (
    <Menu
      align="end"
      heading={
        <>
          <span className="block font-semibold text-ink">{person.name}</span>
          {person.detail}
        </>
      }
      entries={entries}
      trigger={
        <button
          type="button"
          className="flex h-8 items-center gap-2 rounded-full pr-1 pl-0.5 hover:bg-sunken lg:rounded-md lg:pr-2"
        >
          <Avatar name={person.name} />
          <span className="max-w-40 truncate font-medium max-lg:sr-only">{person.name}</span>
          <span className="sr-only">, {t('personMenu')}</span>
        </button>
      }
    />
  );
}
