import type { Telephony } from '@/lib/domain/telephony';
import type { Context } from '@/lib/operations/context';
import { forgetOldRows } from '@/lib/operations/deadlines/forget-old-rows';
import { fireDueDeadlines } from '@/lib/operations/deadlines/sweep';
import { dropSilentConnections } from '@/lib/operations/presence/drop-silent-connections';
import { dispatchPhoneCommands, releaseStartedCommands } from './dispatch-phone-commands';
import { reconcileCalls } from './reconcile-calls';
import { topUpOffers } from './top-up-offers';

export type LineWorkerParts = {
  newContext: () => Context;
  telephony: Telephony;
  /** Calls back whenever something was committed that others may want to know of. */
  onWake: (listener: () => void) => () => void;
  /** Only this process uses the database, so commands found started are a dead process's. */
  isAlone: boolean;
  report: (what: string, error: unknown) => void;
};

export interface LineWorker {
  /** Ends the rounds and waits for the one under way. */
  stop(): Promise<void>;
}

const sweepEveryMs = 1000;
const reconcileEveryMs = 10_000;
const forgetEveryMs = 3_600_000;
const silenceMs = 60_000;
const retryFailedDeadlineMs = 10_000;

/**
 * Runs the line beside the requests: fires deadlines and gives up dead consoles each second, carries out phone commands as
 * soon as they are committed, and looks silent calls up at the provider, all open ones at the start.
 */
export function runLineWorker({
  newContext,
  telephony,
  onWake,
  isAlone,
  report,
}: LineWorkerParts): LineWorker {
  const busyCalls = new Set<string>();
  const failedDeadlines = new Map<string, number>();
  let isStopped = false;

  const quietly = (what: string, act: () => Promise<unknown>) => async () => {
    if (isStopped) return;
    await act().catch((error: unknown) => report(what, error));
  };
  const dispatch = quietly('dispatch', () => dispatchPhoneCommands(newContext, telephony, busyCalls));
  const sweep = quietly('sweep', async () => {
    const context = newContext();
    const now = context.now();
    for (const [id, at] of failedDeadlines) if (now - at > retryFailedDeadlineMs) failedDeadlines.delete(id);
    await fireDueDeadlines(context, {
      skip: new Set(failedDeadlines.keys()),
      onProblem: (id, error) => {
        failedDeadlines.set(id, now);
        report(`deadline ${id}`, error);
      },
    });
    await dropSilentConnections(context);
    await topUpOffers(context);
    await dispatch();
  });
  const reconcile = (since: () => number) =>
    quietly('reconcile', () => reconcileCalls(newContext(), { telephony, since: since() }));

  const rounds = [
    everyRound(sweepEveryMs, sweep),
    everyRound(
      reconcileEveryMs,
      reconcile(() => newContext().now() - silenceMs),
    ),
    everyRound(
      forgetEveryMs,
      quietly('forget', () => forgetOldRows(newContext())),
    ),
  ];
  const stopListening = onWake(() => void dispatch());
  const begun = quietly('start', async () => {
    if (isAlone) await releaseStartedCommands(newContext());
    await sweep();
    await reconcile(() => newContext().now())();
  })();

  return {
    async stop() {
      isStopped = true;
      stopListening();
      await Promise.all([begun, ...rounds.map((round) => round.stop())]);
    },
  };
}

/** A round never overlaps the one before. */
function everyRound(everyMs: number, act: () => Promise<void>) {
  let running: Promise<void> | undefined;
  const timer = setInterval(() => {
    running ??= act().finally(() => {
      running = undefined;
    });
  }, everyMs);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
