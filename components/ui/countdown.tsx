'use client';

import clsx from 'clsx';
import { useEffect, useRef } from 'react';
import { useNow } from './clock';
import { type Crossing, crossingBetween } from './countdown-crossing';
import { formatDuration } from './format-duration';
import { TimeLeftBar } from './time-left-bar';

type Props = {
  /** Epoch ms by the server's clock. */
  until: number;
  /** When it began; with it a bar shows the share that is left. */
  from?: number;
  /** It is not late after the moment: `0:00`. */
  stopsAtZero?: boolean;
  /** Told of the marks worth announcing; the digits themselves are silent. */
  onCross?: (crossing: Crossing) => void;
  className?: string;
};

/** Time left until a moment, second by second: `0:41`, and `+0:35` when it is past. */
export function Countdown({ until, from, stopsAtZero = false, onCross, className }: Props) {
  const now = useNow(250);
  const left = until - now;
  const leftBefore = useRef(left);

  useEffect(() => {
    const crossing = crossingBetween(leftBefore.current, left, from === undefined ? null : until - from);
    leftBefore.current = left;
    if (crossing) onCross?.(crossing);
  }, [left, until, from, onCross]);

  return (
    <span className={clsx('inline-flex items-center gap-2 tabular-nums', className)}>
      <span>
        {left < 0 && !stopsAtZero
          ? `+${formatDuration(Math.floor(-left / 1000))}`
          : formatDuration(Math.ceil(Math.max(0, left) / 1000))}
      </span>
      {from === undefined ? null : <TimeLeftBar until={until} from={from} />}
    </span>
  );
}
