import { connectionLostAfterMs } from '@/lib/domain/employees/presence';
import {
  dispatchPhoneCommands,
  releaseStartedCommands,
} from '@/lib/operations/calls/dispatch-phone-commands';
import { topUpOffers } from '@/lib/operations/calls/top-up-offers';
import { beginWatchingAnswers } from '@/lib/operations/complaints/watch-answer';
import type { Context } from '@/lib/operations/context';
import { planDuplicateSearch } from '@/lib/operations/counterparties/search-duplicates';
import { firingDeadlines } from '@/lib/operations/deadlines/fire-by-rounds';
import { giveUpLetters } from '@/lib/operations/letters/send-letters';
import { dropSilentConnections } from '@/lib/operations/presence/drop-silent-connections';
import { beginPlanningRounds } from '@/lib/operations/rounds/plan-rounds';
import { releaseDeliveries } from '@/lib/operations/webhooks/deliver-webhooks';
import { everyRound, type LineWorkerParts } from './round';
import { roundsOfAudit } from './rounds-of-audit';
import { roundsOfCalls } from './rounds-of-calls';
import { roundsOfFiles } from './rounds-of-files';
import { roundsOfKeeping } from './rounds-of-keeping';
import { roundsOfPost } from './rounds-of-post';

export interface LineWorker {
  /** Ends the rounds and waits for the one under way. */
  stop(): Promise<void>;
}

const sweepEveryMs = 1000;

/**
 * Runs the line beside the requests: each second it fires deadlines, gives up dead consoles and offers calls anew; it carries
 * out phone commands as soon as they are committed, and does the rounds of calls, files, post, the audit log and of what is
 * kept. What works on our own rows never waits for the network, and none of its parts for the success of another.
 */
export function runLineWorker(parts: LineWorkerParts): LineWorker {
  const { newContext, telephony, onWake, isAlone, report } = parts;
  const stopping = new AbortController();
  const { signal } = stopping;
  const quietly = (what: string, act: (context: Context) => Promise<unknown>) => async () => {
    if (signal.aborted) return;
    try {
      await act(newContext());
    } catch (error) {
      report(what, error);
    }
  };

  const busyCalls = new Set<string>();
  const dispatches = new Set<Promise<void>>();
  const sendCommands = quietly('dispatch', () => dispatchPhoneCommands(newContext, telephony, busyCalls));
  const dispatch = () => {
    const sending = sendCommands().finally(() => dispatches.delete(sending));
    dispatches.add(sending);
  };

  const fireDeadlines = quietly('sweep', firingDeadlines(sweepEveryMs, report));
  const startedAt = newContext().now();
  const dropDeadConsoles = quietly('consoles', (context) => {
    const raisesAlarm = context.now() - startedAt >= connectionLostAfterMs;
    return dropSilentConnections(context, { raisesAlarm });
  });
  const topUp = quietly('offers', topUpOffers);
  const sweeps = everyRound(sweepEveryMs, async () => {
    dispatch();
    await fireDeadlines();
    await dropDeadConsoles();
    await topUp();
  });

  const busyWebhooks = new Map<string, Promise<void>>();
  const running = { ...parts, signal };
  const rounds = [
    ...roundsOfCalls(running),
    ...roundsOfFiles(running),
    ...roundsOfPost({ ...running, busyWebhooks }),
    ...roundsOfAudit(running),
    ...roundsOfKeeping(running),
  ];
  const going = [sweeps, ...rounds.map(({ what, everyMs, act }) => everyRound(everyMs, quietly(what, act)))];
  const takeUp = quietly('start', (context) => takeUpWork(context, { isAlone }));
  const stopListening = onWake(dispatch);
  const begun = (async () => {
    await takeUp();
    await sweeps.run();
    for (const { what, first } of rounds) if (first) await quietly(what, first)();
  })();

  return {
    async stop() {
      stopping.abort();
      stopListening();
      await Promise.all([begun, ...going.map((round) => round.stop()), ...dispatches]);
      await Promise.all(busyWebhooks.values());
    },
  };
}

/** Whatever a dead process had begun is begun anew or given up, and what plans itself goes on. */
async function takeUpWork(context: Context, { isAlone }: { isAlone: boolean }): Promise<void> {
  if (isAlone) {
    await releaseStartedCommands(context);
    await giveUpLetters(context, context.now());
    await releaseDeliveries(context, context.now());
  }
  await planDuplicateSearch(context);
  await beginPlanningRounds(context);
  await beginWatchingAnswers(context);
}
