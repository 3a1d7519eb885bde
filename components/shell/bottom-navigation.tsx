'use client';

import clsx from 'clsx';
import { Ellipsis, Plus } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { Link } from '@/components/ui/link';
import { Menu } from '@/components/ui/menu';
import { currentEntry, type NavigationEntry } from './navigation';
import { NavigationCount } from './navigation-count';

type Props = { entries: readonly NavigationEntry[]; onPlus?: () => void };

const PLACES = 3;

const PLACE_STYLE =
  'relative flex min-w-0 flex-1 flex-col items-center justify-center gap-0.5 rounded-md text-[clamp(0.5625rem,2.6vw,0.6875rem)] font-medium leading-tight tracking-tight -outline-offset-2 focus-visible:outline-rail-ink';

/** The navigation of a phone: the first entries, the «+» in the middle, the rest behind one button. */
export function BottomNavigation({ entries, onPlus }: Props) {
  const t = useTranslations('shell');
  const current = currentEntry(entries, usePathname());
  const near = entries.slice(0, PLACES);
  const far = entries.slice(PLACES);
  const urgent = far.filter(({ count, isUrgent }) => count && isUrgent);
  const places = near.map((entry) => (
    <Link
      key={entry.key}
      href={entry.href}
      aria-current={entry === current ? 'page' : undefined}
      className={clsx(PLACE_STYLE, entry === current && 'text-rail-ink')}
    >
      <span aria-hidden="true" className="[&_svg]:size-5">
        {entry.icon}
      </span>
      <span className="line-clamp-2 w-full text-center [overflow-wrap:anywhere]">{entry.label}</span>
      <NavigationCount {...entry} className="absolute top-0 left-1/2 ml-1.5" />
    </Link>
  ));
  return (
    <nav
      aria-label={t('navigation')}
      className="sticky bottom-0 z-20 flex h-16 items-stretch bg-rail p-1 text-rail-soft desk:hidden print:hidden"
    >
      {places.slice(0, 2)}
      {onPlus ? (
        <button
          type="button"
          aria-label={t('plus')}
          onClick={onPlus}
          className="mx-1 flex w-14 shrink-0 items-center justify-center rounded-lg bg-plus text-on-plus focus-visible:outline-rail-ink"
        >
          <Plus aria-hidden="true" className="size-8" strokeWidth={2.5} />
        </button>
      ) : null}
      {places.slice(2)}
      {far.length > 0 ? (
        <Menu
          align="end"
          entries={far.map((entry) => ({
            kind: 'link',
            label: entry.count ? `${entry.label} (${entry.count})` : entry.label,
            icon: entry.icon,
            href: entry.href,
          }))}
          trigger={
            <button
              type="button"
              className={clsx(PLACE_STYLE, current && far.includes(current) && 'text-rail-ink')}
            >
              <Ellipsis aria-hidden="true" className="size-5" />
              <span>{t('more')}</span>
              <NavigationCount
                count={urgent.reduce((sum, { count = 0 }) => sum + count, 0)}
                countLabel={urgent.map(({ countLabel }) => countLabel).join(', ')}
                isUrgent
                className="absolute top-0 left-1/2 ml-1.5"
              />
            </button>
          }
        />
      ) : null}
    </nav>
  );
}
