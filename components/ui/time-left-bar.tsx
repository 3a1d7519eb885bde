'use client';

import { useNow } from './clock';

type Props = {
  /** Epoch ms by the server's clock, like `until`. */
  from: number;
  until: number;
};

/** The share of a span of time that is left, as a bar that shrinks; words beside it say the same. */
export function TimeLeftBar({ from, until }: Props) {
  const left = until - useNow(250);
  const share = Math.max(0, Math.min(1, left / (until - from)));
  return (
    <svg aria-hidden="true" viewBox="0 0 64 6" className="h-1.5 w-16" preserveAspectRatio="none">
      <rect width="64" height="6" rx="3" className="fill-line" />
      <rect
        width={64 * share}
        height="6"
        rx="3"
        className={share <= 0.25 ? 'fill-due-soon-edge' : 'fill-accent'}
      />
    </svg>
  );
}
