'use client';

import { useConnection } from '@/components/live/live-provider';
import type { ConnectionBannerProps } from '@/components/shell/connection-banner';
import { isWaiting } from './save';
import { useSaveQueue, useSaves } from './saves-provider';

/** What the banner says of the connection and of what it keeps waiting. */
export function useConnectionBanner(onShowSaves: () => void): ConnectionBannerProps {
  const { lostSince, reconnect } = useConnection();
  const queue = useSaveQueue();
  const { saves, isStuck } = useSaves();
  const waiting = saves.filter(isWaiting).length;
  return {
    lostSince,
    waitingCount: isStuck || lostSince !== null ? waiting : 0,
    refusedCount: saves.length - waiting,
    onShowSaves,
    onRetry: () => {
      if (lostSince !== null) reconnect();
      void queue.send();
    },
  };
}
