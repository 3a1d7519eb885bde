'use client';

import { useNow } from '@/components/ui/clock';
import { formatDuration } from '@/components/ui/format-duration';

/** How long ago something was (epoch ms), going on by itself; counted up to `stillAt` alone where that is given. */
export function useTimeSince(stillAt: number | null): (since: number) => string {
  const now = useNow();
  return (since) => formatDuration(Math.max(0, Math.floor(((stillAt ?? now) - since) / 1000)));
}
