import type { Db, Store } from '@/db/store';
import { secrets } from '@/lib/auth/secrets';
import type { RecordingKeeper, RecordingSource } from '@/lib/domain/recordings/recording';
import type { Telephony } from '@/lib/domain/telephony';
import { createFeed, type Feed } from '@/lib/live/feed';
import { newId } from '@/lib/new-id';
import { createAccessLog } from '@/lib/operations/access-log/access-log';
import { createContext } from '@/lib/operations/context';
import { runLineWorker } from '@/lib/operations/line-worker/run-line-worker';
import type { Faults } from './faults';
import type { Flight } from './flight';
import type { History } from './history';

type Surroundings = {
  store: Store;
  flight: Flight;
  faults: Faults;
  history: History;
  recordings: RecordingSource & RecordingKeeper;
  telephonyOf: (process: ConsoleProcess) => Telephony;
};

const shared = globalThis as { callboard?: Promise<unknown> };

/** What a dead process waits for: nothing it began goes on. */
const forEver = () => new Promise<never>(() => undefined);

/**
 * One life of the console's process: its database, feed and line worker. When it dies, what it had committed stays and
 * nothing else of it is ever seen; the next one knows only the database.
 */
export class ConsoleProcess {
  isAlive = true;
  private readonly death = Promise.withResolvers<'died'>();
  private readonly feed: Feed;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly around: Surroundings) {
    const store = this.guard(around.store);
    this.feed = createFeed(store);
    const accessLog = createAccessLog(store);
    shared.callboard = Promise.resolve({ store, feed: this.feed, accessLog });
    around.history.add({ kind: 'process', what: 'started', text: '' });
    runLineWorker({
      newContext: () => createContext({ store, person: null, now: Date.now, newId, secrets }),
      telephony: around.telephonyOf(this),
      recordings: { source: around.recordings, keeper: around.recordings },
      attachments: around.recordings,
      onWake: store.onWake,
      isAlone: store.dialect === 'sqlite',
      report: (what, error) => this.complain(`${what} failed`, error),
    });
    setInterval(() => void accessLog.flush().catch((error) => this.complain('access log', error)), 1000);
  }

  /** What the act comes to, or that the process died before. */
  untilDeath<Result>(act: Promise<Result>): Promise<Result | 'died'> {
    return Promise.race([act, this.death.promise]);
  }

  /** Resolves when the process is gone, and its connections with it. */
  get whenDead(): Promise<unknown> {
    return this.death.promise;
  }

  /** What a dead process does next. */
  async goOn(): Promise<void> {
    if (!this.isAlive) await forEver();
  }

  die(why: string): void {
    if (!this.isAlive) return;
    this.isAlive = false;
    this.around.history.add({ kind: 'process', what: 'died', text: why });
    this.listeners.clear();
    this.feed.closeAll();
    shared.callboard = undefined;
    this.death.resolve('died');
  }

  complain(what: string, error: unknown): void {
    if (!this.isAlive) return;
    const text = `${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
    this.around.history.add({ kind: 'process', what: 'complained', text });
  }

  /** The database as this process has it: it fails when a fault says so, and is gone when the process is. */
  private guard(store: Store): Store {
    const { faults, flight } = this.around;
    const commit = async <T>(act: (db: Db) => Promise<T>): Promise<T> => {
      const crash = faults.crashOfCommit();
      const result = await store.tx(async (db) => {
        const outcome = await act(db);
        if (crash === 'beforeCommit') this.die('before a commit');
        if (!this.isAlive) throw new Error('the process died before its commit');
        return outcome;
      });
      if (crash === 'afterCommit') this.die('after a commit');
      return result;
    };
    return {
      dialect: store.dialect,
      read: store.read,
      space: store.space,
      tx: async (act) => {
        await this.goOn();
        faults.refuseLockedDatabase();
        const outcome = await flight.during(
          this.untilDeath(commit(act)).catch((error: unknown) => {
            if (this.isAlive) throw error;
            return 'died' as const;
          }),
        );
        if (!this.isAlive || outcome === 'died') return forEver();
        return outcome;
      },
      wake: async () => {
        void flight.during(
          new Promise<void>((resolve) =>
            setImmediate(() => {
              for (const listener of this.listeners) listener();
              resolve();
            }),
          ),
        );
      },
      onWake: (listener) => {
        this.listeners.add(listener);
        return () => this.listeners.delete(listener);
      },
      close: async () => undefined,
    };
  }
}
