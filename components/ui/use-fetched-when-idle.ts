'use client';

import { useEffect } from 'react';

/** What has not become idle by then is not waited for. */
const mostWaitMs = 5000;

/** Fetches the code of these parts, one after the other, when the browser has nothing else to do. Pass a constant. */
export function useFetchedWhenIdle(parts: readonly { fetch: () => Promise<unknown> }[]) {
  useEffect(() => {
    let isGone = false;
    const fetchAll = async () => {
      // One that fails is fetched again when it is opened.
      for (const part of parts) if (!isGone) await part.fetch().catch(() => {});
    };
    const stop = whenIdle(() => void fetchAll());
    return () => {
      isGone = true;
      stop();
    };
  }, [parts]);
}

/** Safari knows no idle callbacks. */
function whenIdle(act: () => void): () => void {
  if (!('requestIdleCallback' in window)) {
    const waiting = setTimeout(act, 500);
    return () => clearTimeout(waiting);
  }
  const waiting = requestIdleCallback(act, { timeout: mostWaitMs });
  return () => cancelIdleCallback(waiting);
}
