'use client';

import { Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { KeyHint } from '@/components/ui/key-hint';
import { ariaKeys } from '@/components/ui/key-names';
import { useKeysOf } from './hotkeys';
import { LanguageSwitch } from './language-switch';
import { type Person, PersonMenu } from './person-menu';

type Props = {
  onSearch: () => void;
  /** The person's own state and how long it lasts. */
  presence?: ReactNode;
  person: Person;
};

/** Search, presence, RU|EN, person. */
export function TopBar({ onSearch, presence, person }: Props) {
  const t = useTranslations('shell');
  const searchKeys = useKeysOf('search');
  return (
    <div className="flex h-12 items-center gap-2 border-line border-b bg-surface px-4 phone:px-2">
      <button
        type="button"
        aria-keyshortcuts={searchKeys ? ariaKeys(searchKeys) : undefined}
        onClick={onSearch}
        className="flex h-8 min-w-8 max-w-96 flex-1 items-center gap-2 rounded-md border border-edge bg-canvas px-2 text-faint hover:border-ink phone:max-w-8 phone:border-transparent phone:bg-transparent phone:text-ink"
      >
        <Search aria-hidden="true" className="size-4 shrink-0" />
        <span className="flex-1 truncate text-left phone:sr-only">{t('search')}</span>
        {searchKeys ? <KeyHint keys={searchKeys} /> : null}
      </button>
      <div className="ml-auto flex min-w-0 items-center gap-2">
        {presence}
        <div className="phone:hidden">
          <LanguageSwitch />
        </div>
        <PersonMenu person={person} />
      </div>
    </div>
  );
}
