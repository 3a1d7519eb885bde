import { type FeedRow, getFeedCursor, getOldestFeedId, listFeedAfter } from '@/db/feed';
import type { Store } from '@/db/store';

/** One open stream of one listener. */
export type Listener = {
  /** Only rows of which this returns true are sent. */
  hears(row: FeedRow): boolean;
  send(row: FeedRow): void;
  /** The listener's cursor is not of this feed any more: everything shown must be read again. */
  resync(cursor: number): void;
  close(): void;
};

type Subscription = Listener & { cursor: number };

export type Feed = {
  /** Starts after the given feed id, or now. Returns what ends the subscription. */
  subscribe(listener: Listener, after?: number): Promise<() => void>;
  listenerCount(): number;
  /** Ends every stream: a stopping server would otherwise wait for them for ever. */
  closeAll(): void;
};

const pollEveryMs = 1000;

/**
 * Rows reach every listener in the order of their ids, without a gap: a wake-up only says "read on", and a poll each
 * second stands in for a wake-up that was lost.
 */
export function createFeed(store: Store): Feed {
  const subscriptions = new Set<Subscription>();
  let cursor: number | undefined;
  let draining: Promise<void> | undefined;
  let isDrainWanted = false;
  let poll: NodeJS.Timeout | undefined;
  let stopListening: (() => void) | undefined;

  const drain = (): Promise<void> => {
    isDrainWanted = true;
    draining ??= (async () => {
      while (isDrainWanted && cursor !== undefined) {
        isDrainWanted = false;
        const rows = await listFeedAfter(store.read, cursor);
        if (rows.length === 0) continue;
        cursor = rows.at(-1)!.id;
        for (const subscription of subscriptions) deliver(subscription, rows);
        isDrainWanted = true;
      }
    })().finally(() => {
      draining = undefined;
    });
    return draining;
  };
  const drainQuietly = () => void drain().catch(() => undefined);

  const start = async () => {
    cursor ??= await getFeedCursor(store.read);
    stopListening ??= store.onWake(drainQuietly);
    poll ??= setInterval(drainQuietly, pollEveryMs);
    poll.unref();
  };

  return {
    async subscribe(listener, after) {
      await start();
      const subscription: Subscription = { ...listener, cursor: after ?? cursor! };
      if (after !== undefined && (await isForeign(after))) {
        subscription.cursor = cursor!;
        listener.resync(cursor!);
      }
      while (subscription.cursor < cursor!) {
        const rows = await listFeedAfter(store.read, subscription.cursor);
        if (rows.length === 0) break;
        deliver(subscription, rows);
      }
      subscriptions.add(subscription);
      return () => subscriptions.delete(subscription);
    },
    listenerCount: () => subscriptions.size,
    closeAll() {
      clearInterval(poll);
      stopListening?.();
      poll = stopListening = undefined;
      for (const subscription of subscriptions) subscription.close();
      subscriptions.clear();
    },
  };

  async function isForeign(after: number): Promise<boolean> {
    const [oldest, newest] = [await getOldestFeedId(store.read), await getFeedCursor(store.read)];
    return after > newest || after < oldest - 1;
  }
}

function deliver(subscription: Subscription, rows: FeedRow[]) {
  for (const row of rows) {
    if (row.id <= subscription.cursor) continue;
    subscription.cursor = row.id;
    if (subscription.hears(row)) subscription.send(row);
  }
}
