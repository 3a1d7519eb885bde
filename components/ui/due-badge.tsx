'use client';

import clsx from 'clsx';
import { useTranslations } from 'use-intl';
import { type DueClock, dueState } from '@/lib/domain/deadlines/due-state';
import { workingTimeLeft } from '@/lib/domain/deadlines/working-time';
import { hourMs, minuteMs, secondMs } from '@/lib/domain/duration';
import { useNow } from './clock';
import { DueSign } from './due-sign';
import { useDurationWords } from './use-duration-words';

type Props = DueClock & {
  /** Epoch ms. */
  dueAt: number;
  /** Leaves the word to screen readers: for narrow cells under a heading that says what they hold. */
  compact?: boolean;
  className?: string;
};

/** State of a deadline by the server's clock: shape, colour, word, and how much is left or how late it is. */
export function DueBadge({ dueAt, compact = false, className, ...clock }: Props) {
  const t = useTranslations('common.due');
  const words = useDurationWords();
  const slowNow = useNow(minuteMs);
  const now = useNow(Math.abs(dueAt - slowNow) > 2 * hourMs ? minuteMs : secondMs);
  const state = dueState(dueAt, now, clock);
  const leftMs =
    state === 'paused' && clock.hours
      ? workingTimeLeft(clock.hours, dueAt, now)
      : dueAt - (clock.doneAt ?? now);
  const isTimeShown =
    state === 'inTime' || state === 'soon' || state === 'paused' || (state !== 'now' && leftMs < 0);

  return (
    <span
      className={clsx(
        'inline-flex items-center gap-1.5 align-middle whitespace-nowrap tabular-nums',
        ['overdue', 'now'].includes(state) && 'font-semibold',
        className,
      )}
    >
      <DueSign state={state} />
      <span className={compact ? 'sr-only' : undefined}>{t(state)}</span>
      {isTimeShown ? (
        <span className={compact ? undefined : 'text-soft'}>
          {leftMs < 0 ? `+${words(leftMs)}` : t('left', { time: words(leftMs) })}
        </span>
      ) : null}
    </span>
  );
}
