'use client';

import clsx from 'clsx';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Link } from '@/components/ui/link';
import type { Wallboard } from '@/lib/domain/reports/wallboard.contract';
import { useTimeSince } from './use-time-since';

type Props = { board: Wallboard; isStill: boolean; hasLinks: boolean };

/** Six numbers, each with what it is held against and, for who may act, the work list behind it. */
export function WallboardTiles({ board, isStill, hasLinks }: Props) {
  const t = useTranslations('wallboard');
  const format = useFormatter();
  const since = useTimeSince(isStill ? board.now : null);
  const { settings, serviceLevel, waiting, lost, free, lateLeads, openComplaints, today, department } = board;
  const target = settings.serviceLevelTarget / 100;
  const waitedMs = waiting.longestSince === null ? 0 : board.now - waiting.longestSince;
  const own = new URLSearchParams({ period: 'own', from: today, until: today });
  if (department.kind !== 'client') own.set('department', department.id);
  const notCalledBack = t('notCalledBack', { count: lost.notCalledBack });
  const rows = (list: string, figure: string) => `/reports/rows?list=${list}&figure=${figure}&${own}`;
  return (
    <div className="grid grid-cols-1 gap-[clamp(0.75rem,1.2vw,1.5rem)] sm:grid-cols-2 desk:grid-cols-3">
      <Tile
        name={t('serviceLevel')}
        value={serviceLevel.value === null ? '—' : format.number(serviceLevel.value, 'percent')}
        detail={serviceLevel.value === null ? t('noCalls') : t('serviceLevelOf', { count: serviceLevel.of })}
        target={t('target', { value: format.number(target, 'percent') })}
        isOff={serviceLevel.value === null ? null : serviceLevel.value < target}
        href={hasLinks ? rows('calls', 'beyondGoal') : null}
      />
      <Tile
        name={t('waiting')}
        value={waiting.count}
        detail={
          waiting.longestSince === null
            ? t('nobodyWaits')
            : t('longest', { time: since(waiting.longestSince) })
        }
        isOff={waiting.count === 0 ? false : waitedMs > settings.longestWaitSeconds * 1000}
        href={hasLinks ? '/desk' : null}
      />
      <Tile
        name={t('lost')}
        value={lost.today}
        detail={
          hasLinks && department.kind === 'client' ? (
            <Link
              href="/calls/missed"
              className="relative z-10 underline decoration-line underline-offset-4 hover:decoration-current"
            >
              {notCalledBack}
            </Link>
          ) : (
            notCalledBack
          )
        }
        isOff={lost.notCalledBack > 0}
        href={hasLinks ? rows('calls', 'lost') : null}
      />
      <Tile
        name={t('free')}
        value={t('freeOf', { free: free.count, of: free.of })}
        isOff={free.count === 0}
        href={hasLinks ? '/settings/presence' : null}
      />
      <Tile name={t('lateLeads')} value={lateLeads} isOff={lateLeads > 0} href={hasLinks ? '/leads' : null} />
      <Tile
        name={t('complaints')}
        value={openComplaints}
        isOff={openComplaints > 0}
        href={hasLinks ? '/complaints' : null}
      />
    </div>
  );
}

type TileProps = {
  name: string;
  value: ReactNode;
  detail?: ReactNode;
  target?: string;
  /** Null: nothing to hold it against yet. */
  isOff: boolean | null;
  href: string | null;
};

function Tile({ name, value, detail, target, isOff, href }: TileProps) {
  const t = useTranslations('wallboard');
  const number = (
    <span className="font-semibold text-[clamp(2rem,5vw,5.5rem)] leading-none tabular-nums">{value}</span>
  );
  return (
    <section
      aria-label={name}
      className={clsx(
        'relative flex flex-col gap-2 rounded-lg border-2 bg-surface p-[clamp(0.75rem,1.5vw,2rem)]',
        isOff ? 'border-danger' : 'border-line',
      )}
    >
      <h2 className="font-medium text-[clamp(1rem,1.4vw,1.75rem)] text-soft leading-tight">{name}</h2>
      {href ? (
        <Link href={href} className="w-fit after:absolute after:inset-0 hover:underline">
          {number}
        </Link>
      ) : (
        number
      )}
      <p className="flex flex-wrap items-center gap-x-3 text-[clamp(0.875rem,1.2vw,1.5rem)] text-soft leading-snug">
        {isOff === null ? null : isOff ? (
          <span className="inline-flex items-center gap-1.5 font-medium text-danger-ink">
            <TriangleAlert aria-hidden="true" className="size-[1em]" />
            {t('offTarget')}
          </span>
        ) : (
          <span className="inline-flex items-center gap-1.5">
            <CircleCheck aria-hidden="true" className="size-[1em]" />
            {t('inTarget')}
          </span>
        )}
        {detail ? <span>{detail}</span> : null}
        {target ? <span>{target}</span> : null}
      </p>
    </section>
  );
}
