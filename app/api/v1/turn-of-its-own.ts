let lastTurn: Promise<unknown> = Promise.resolve();

/**
 * Begins in a turn of the event loop that no other reader has: when many consoles read at once, as on every news of a busy
 * line, a webhook waits for one of them at most, not for all.
 */
export function turnOfItsOwn(): Promise<unknown> {
  lastTurn = lastTurn.then(() => new Promise<void>((resolve) => setImmediate(resolve)));
  return lastTurn;
}
