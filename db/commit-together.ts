import { AsyncLocalStorage } from 'node:async_hooks';

/** One connection that writes, by its statements. */
export type Writer = {
  begin(): void;
  commit(): void;
  rollback(): void;
  /** Sets a mark inside the transaction, to which one act alone can be undone. */
  mark(): void;
  undoToMark(): void;
  dropMark(): void;
  isInTransaction(): boolean;
};

type Waiting = {
  run: () => Promise<unknown>;
  resolve: (result: unknown) => void;
  reject: (error: unknown) => void;
};

/** Bounds how long the first act of a batch waits for the last. */
const mostTogether = 32;

/**
 * Runs acts one after another on one connection and commits those of the same turn of the event loop together: a commit
 * waits for the disk, and one wait serves them all. Nobody is answered before the commit. An act that throws is undone
 * alone; a commit that fails fails them all.
 */
export function commitTogether(writer: Writer): <T>(act: () => Promise<T>) => Promise<T> {
  const waiting: Waiting[] = [];
  let isRunning = false;

  const runBatch = async (batch: Waiting[]) => {
    const settle: (() => void)[] = [];
    try {
      writer.begin();
      for (const { run, resolve, reject } of batch) {
        writer.mark();
        try {
          const result = await run();
          settle.push(() => resolve(result));
        } catch (error) {
          if (!writer.isInTransaction()) throw error;
          writer.undoToMark();
          settle.push(() => reject(error));
        }
        writer.dropMark();
      }
      writer.commit();
    } catch (error) {
      try {
        if (writer.isInTransaction()) writer.rollback();
      } catch {
        // What is left open refuses the next batch's begin and is rolled back then; the first error says more.
      }
      for (const { reject } of batch) reject(error);
      return;
    }
    for (const tell of settle) tell();
  };

  const drain = async () => {
    isRunning = true;
    while (waiting.length > 0) {
      await new Promise<void>((resolve) => setImmediate(resolve));
      await runBatch(waiting.splice(0, mostTogether));
    }
    isRunning = false;
  };

  return <T>(act: () => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      // The batch runs in the first caller's asynchronous context; each act keeps its own.
      const inOwnContext = AsyncLocalStorage.snapshot();
      waiting.push({
        run: () => inOwnContext(act),
        resolve: resolve as (result: unknown) => void,
        reject,
      });
      if (!isRunning) void drain();
    });
}
