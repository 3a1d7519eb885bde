'use client';

import { Keyboard, Languages, Moon, Plus, Sun } from 'lucide-react';
import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { useHotkeyChoices, useKeysOf } from '@/components/shell/hotkeys';
import { rememberPreference } from '@/components/shell/preference';
import { useTheme } from '@/components/shell/use-theme';

export type ConsoleCommand = { key: string; label: string; icon: ReactNode; keys?: string; run: () => void };

/** What can be done from any page, to be found by typing its name. */
export function useCommands({ onPlus }: { onPlus?: () => void }): ConsoleCommand[] {
  const t = useTranslations('shell.palette.commands');
  const router = useRouter();
  const locale = useLocale();
  const [theme, setTheme] = useTheme();
  const { setListOpen } = useHotkeyChoices();
  const plusKeys = useKeysOf('newReaction') ?? undefined;
  const shortcutKeys = useKeysOf('shortcuts') ?? undefined;
  const otherTheme = theme === 'dark' ? 'light' : 'dark';
  return [
    ...(onPlus
      ? [{ key: 'plus', label: t('newReaction'), icon: <Plus />, keys: plusKeys, run: onPlus }]
      : []),
    {
      key: 'language',
      label: t('language'),
      icon: <Languages />,
      run: () => {
        rememberPreference('locale', locale === 'ru' ? 'en' : 'ru');
        router.refresh();
      },
    },
    {
      key: 'theme',
      label: t(otherTheme),
      icon: otherTheme === 'dark' ? <Moon /> : <Sun />,
      run: () => setTheme(otherTheme),
    },
    {
      key: 'shortcuts',
      label: t('shortcuts'),
      icon: <Keyboard />,
      keys: shortcutKeys,
      run: () => setListOpen(true),
    },
  ];
}
