'use client';

import clsx from 'clsx';
import { Plus } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { ariaKeys } from '@/components/ui/key-names';
import { Link } from '@/components/ui/link';
import { Tooltip } from '@/components/ui/tooltip';
import { useKeysOf } from './hotkeys';
import { currentEntry, type NavigationEntry } from './navigation';
import { NavigationCount } from './navigation-count';

type Props = { entries: readonly NavigationEntry[]; onPlus?: () => void };

/** The left edge: the big green «+» first, then where one can go. Words under the icons where there is little room. */
export function Rail({ entries, onPlus }: Props) {
  const t = useTranslations('shell');
  const current = currentEntry(entries, usePathname());
  const plusKeys = useKeysOf('newReaction');
  return (
    <div className="sticky top-0 flex h-dvh w-24 shrink-0 flex-col gap-3 overflow-y-auto bg-rail px-1.5 xl:px-2 py-3 text-rail-soft phone:hidden print:hidden xl:w-52">
      {onPlus ? (
        <Tooltip content={t('plusHint')} side="right">
          <button
            type="button"
            aria-keyshortcuts={plusKeys ? ariaKeys(plusKeys) : undefined}
            onClick={onPlus}
            className="flex h-12 shrink-0 items-center justify-center gap-2 rounded-lg bg-plus font-semibold text-on-plus outline-offset-2 hover:bg-plus-strong focus-visible:outline-rail-ink"
          >
            <Plus aria-hidden="true" className="size-7" strokeWidth={2.5} />
            <span className="sr-only xl:not-sr-only">{t('plus')}</span>
          </button>
        </Tooltip>
      ) : null}
      <nav aria-label={t('navigation')}>
        <ul className="flex flex-col gap-1">
          {entries.map((entry) => (
            <li key={entry.key}>
              <Link
                href={entry.href}
                aria-current={entry === current ? 'page' : undefined}
                className={clsx(
                  'relative flex min-h-9 items-center gap-2.5 rounded-md px-2.5 py-1.5 font-medium -outline-offset-2 focus-visible:outline-rail-ink',
                  'max-xl:flex-col max-xl:gap-1 max-xl:px-0.5 max-xl:text-center max-xl:text-[0.6875rem] max-xl:leading-tight',
                  entry === current
                    ? 'bg-rail-raised text-rail-ink'
                    : 'hover:bg-rail-raised hover:text-rail-ink',
                )}
              >
                <span aria-hidden="true" className="relative [&_svg]:size-5">
                  {entry.icon}
                </span>
                <span className="min-w-0 max-xl:max-w-full max-xl:[overflow-wrap:anywhere] xl:flex-1">
                  {entry.label}
                </span>
                <NavigationCount {...entry} className="max-xl:absolute max-xl:top-0.5 max-xl:right-1" />
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}
