'use client';

import clsx from 'clsx';
import { useNow } from './clock';
import { formatDuration } from './format-duration';

type Props = {
  /** Epoch ms by the server's clock. */
  since: number;
  /** Stops the clock. */
  until?: number | null;
  className?: string;
};

/** How long something lasts, second by second. Not a live region. */
export function Elapsed({ since, until, className }: Props) {
  const now = useNow(1_000);
  return (
    <span className={clsx('tabular-nums', className)}>
      {formatDuration(Math.max(0, Math.floor(((until ?? now) - since) / 1000)))}
    </span>
  );
}
