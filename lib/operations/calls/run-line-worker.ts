import type { AttachmentKeeper } from '@/lib/domain/attachments/attachment';
import type { AuditAnchors } from '@/lib/domain/audit/audit-anchor';
import { unknownAddressesToldEveryMs } from '@/lib/domain/audit/sign-in-entry';
import type { BackupKeeper, BackupOffice } from '@/lib/domain/backups/backup';
import { connectionLostAfterMs } from '@/lib/domain/employees/presence';
import type { Post } from '@/lib/domain/letters/post';
import type { RecordingKeeper, RecordingSource } from '@/lib/domain/recordings/recording';
import type { Telephony } from '@/lib/domain/telephony';
import type { WebhookPost } from '@/lib/domain/webhooks/webhook-post';
import { addOlderTopics } from '@/lib/operations/appeals/add-older-topics';
import { deleteExpiredFiles } from '@/lib/operations/attachments/delete-expired-files';
import { anchoringOf } from '@/lib/operations/audit/anchor-audit-log';
import { checkAuditLogDaily } from '@/lib/operations/audit/check-audit-log';
import { tellUnknownSignIns } from '@/lib/operations/audit/tell-unknown-sign-ins';
import { workOnBackups } from '@/lib/operations/backups/work-on-backups';
import { sendNotices } from '@/lib/operations/complaints/send-notices';
import type { Context } from '@/lib/operations/context';
import { addOlderContacts } from '@/lib/operations/counterparties/add-older-contacts';
import { planDuplicateSearch } from '@/lib/operations/counterparties/search-duplicates';
import { forgetOldRows } from '@/lib/operations/deadlines/forget-old-rows';
import { fireDueDeadlines } from '@/lib/operations/deadlines/sweep';
import { workOnImports } from '@/lib/operations/imports/work-on-imports';
import { giveUpLetters, sendLetters } from '@/lib/operations/letters/send-letters';
import { type ErasingParts, workOnErasures } from '@/lib/operations/personal-data/work-on-erasures';
import { dropSilentConnections } from '@/lib/operations/presence/drop-silent-connections';
import { cutLongPresenceSpans } from '@/lib/operations/presence/keep-presence-span';
import { deleteAtProvider } from '@/lib/operations/recordings/delete-at-provider';
import { deleteOldRecordings } from '@/lib/operations/recordings/delete-old-recordings';
import { keepRecordings } from '@/lib/operations/recordings/keep-recordings';
import { measureOlderCalls } from '@/lib/operations/reports/measure-older-calls';
import { sweepRetentionByNight } from '@/lib/operations/retention/sweep-retention';
import { beginPlanningRounds } from '@/lib/operations/rounds/plan-rounds';
import { deliverWebhooks, releaseDeliveries } from '@/lib/operations/webhooks/deliver-webhooks';
import { dispatchPhoneCommands, releaseStartedCommands } from './dispatch-phone-commands';
import { playMusicAgain } from './play-music-again';
import { reconcileCalls } from './reconcile-calls';
import { topUpOffers } from './top-up-offers';
import { unheardOverlapMs, unheardSince, writeUnheardCalls } from './write-unheard-calls';

export type LineWorkerParts = {
  newContext: () => Context;
  telephony: Telephony;
  recordings: { source: RecordingSource; keeper: RecordingKeeper };
  /** Null: no letters are sent here. */
  post?: Post | null;
  /** Null: no webhooks are sent here. */
  webhooks?: WebhookPost | null;
  attachments: AttachmentKeeper;
  /** Where the chain of the audit log is anchored; left out, it is neither anchored nor checked. */
  auditAnchors?: AuditAnchors;
  /** Null: no backups are made here. */
  backups?: { keeper: BackupKeeper; office: BackupOffice } | null;
  /** Left out: nobody's data is erased here. */
  erasing?: Omit<ErasingParts, 'signal' | 'report' | 'recordings' | 'attachments'>;
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
const playEveryMs = 5000;
const askForUnheardEveryMs = 60_000;
const fetchEveryMs = 2000;
const measureEveryMs = 1000;
const searchWordsEveryMs = 2000;
const sendEveryMs = 2000;
const importEveryMs = 1000;
const deliverEveryMs = 1000;
const anchorEveryMs = 1000;
const eraseEveryMs = 2000;
const forgetEveryMs = 3_600_000;
const deleteEveryMs = 600_000;
const deleteAtProviderEveryMs = 60_000;
const backUpEveryMs = 60_000;
const longestDeadlineRetryMs = 10_000;

/**
 * Runs the line beside the requests: fires deadlines and gives up dead consoles each second, carries out phone commands as
 * soon as they are committed, fetches recordings and deletes the old ones, sends letters and webhooks, deals with imported files,
 * plays music again to callers whose line was left without, writes down calls that came while the line could not reach us, measures older calls for the reports, anchors the audit log and checks it daily, makes backups, and looks silent calls up at
 * the provider, all open ones at the start. What works on our own
 * rows never waits for the network, and none of its parts for the success of another.
 */
export function runLineWorker({
  newContext,
  telephony,
  recordings,
  post = null,
  webhooks = null,
  attachments,
  auditAnchors,
  backups = null,
  erasing,
  onWake,
  isAlone,
  report,
}: LineWorkerParts): LineWorker {
  const busyCalls = new Set<string>();
  const busyWebhooks = new Map<string, Promise<void>>();
  const failedImports = new Map<string, number>();
  const failedDeadlines = new Map<string, { times: number; nextAt: number }>();
  const dispatches = new Set<Promise<void>>();
  const stopping = new AbortController();
  const { signal } = stopping;

  const quietly = (what: string, act: () => Promise<unknown>) => async () => {
    if (signal.aborted) return;
    try {
      await act();
    } catch (error) {
      report(what, error);
    }
  };
  const sendCommands = quietly('dispatch', () => dispatchPhoneCommands(newContext, telephony, busyCalls));
  const dispatch = () => {
    const sending = sendCommands().finally(() => dispatches.delete(sending));
    dispatches.add(sending);
  };
  const fireDeadlines = quietly('sweep', async () => {
    const context = newContext();
    const now = context.now();
    const skip = [...failedDeadlines].filter(([, { nextAt }]) => now < nextAt).map(([id]) => id);
    const failedNow = new Set(skip);
    await fireDueDeadlines(context, {
      skip: failedNow,
      onProblem: (id, error) => {
        const times = (failedDeadlines.get(id)?.times ?? 0) + 1;
        const delayMs = Math.min(longestDeadlineRetryMs, sweepEveryMs * 2 ** (times - 1));
        failedDeadlines.set(id, { times, nextAt: now + delayMs });
        failedNow.add(id);
        report(`deadline ${id}`, error);
      },
    });
    for (const id of failedDeadlines.keys()) if (!failedNow.has(id)) failedDeadlines.delete(id);
  });
  const startedAt = newContext().now();
  const dropDeadConsoles = quietly('consoles', () => {
    const context = newContext();
    const raisesAlarm = context.now() - startedAt >= connectionLostAfterMs;
    return dropSilentConnections(context, { raisesAlarm });
  });
  const topUp = quietly('offers', () => topUpOffers(newContext()));
  const sweep = async () => {
    dispatch();
    await fireDeadlines();
    await dropDeadConsoles();
    await topUp();
  };
  const onProblem = (callId: string, error: unknown) => report(`reconcile ${callId}`, error);
  const reconcile = quietly('reconcile', () =>
    reconcileCalls(newContext(), { telephony, onProblem, signal }),
  );
  const reconcileAll = quietly('reconcile', () => {
    const context = newContext();
    return reconcileCalls(context, { telephony, since: context.now(), onProblem, signal });
  });
  const playAgain = quietly('music', () => playMusicAgain(newContext()));
  let unheardFrom: number | null = null;
  const askForUnheard = quietly('unheard calls', async () => {
    const context = newContext();
    const asked = context.now();
    const since = unheardFrom ?? (await unheardSince(context));
    if (since === null) return;
    unheardFrom = since;
    await writeUnheardCalls(context, { telephony, since });
    unheardFrom = Math.max(since, asked - unheardOverlapMs);
  });
  const deleteOld = quietly('retention', async () => {
    await deleteOldRecordings(newContext(), { keeper: recordings.keeper, signal });
    await deleteExpiredFiles(newContext(), { keeper: attachments, signal });
  });
  const anchor = auditAnchors && anchoringOf(auditAnchors);
  const checkAudit = quietly('audit check', async () => {
    const finding = auditAnchors && (await checkAuditLogDaily(newContext(), auditAnchors));
    if (finding?.problem)
      throw new Error(`the audit log was tampered with: ${JSON.stringify(finding.problem)}`);
  });
  const takeUp = quietly('start', async () => {
    if (isAlone) {
      await releaseStartedCommands(newContext());
      await giveUpLetters(newContext(), newContext().now());
      await releaseDeliveries(newContext(), newContext().now());
    }
    await planDuplicateSearch(newContext());
    await beginPlanningRounds(newContext());
  });

  const sweeps = everyRound(sweepEveryMs, sweep);
  const rounds = [
    sweeps,
    everyRound(reconcileEveryMs, reconcile),
    everyRound(playEveryMs, playAgain),
    everyRound(askForUnheardEveryMs, askForUnheard),
    everyRound(
      fetchEveryMs,
      quietly('recordings', () => keepRecordings(newContext(), { ...recordings, signal })),
    ),
    everyRound(
      deleteAtProviderEveryMs,
      quietly('recordings at the provider', () =>
        deleteAtProvider(newContext(), { source: recordings.source, signal }),
      ),
    ),
    everyRound(
      unknownAddressesToldEveryMs,
      quietly('unknown addresses', () => tellUnknownSignIns(newContext())),
    ),
    everyRound(
      forgetEveryMs,
      quietly('forget', () => forgetOldRows(newContext())),
    ),
    everyRound(deleteEveryMs, deleteOld),
    everyRound(
      anchorEveryMs,
      quietly('audit anchor', async () => anchor?.(newContext())),
    ),
    everyRound(forgetEveryMs, checkAudit),
    everyRound(
      backUpEveryMs,
      quietly('backups', async () => {
        if (backups) await workOnBackups(newContext(), backups);
      }),
    ),
    everyRound(
      searchWordsEveryMs,
      quietly('search words', async () => {
        await addOlderContacts(newContext());
        await addOlderTopics(newContext());
      }),
    ),
    everyRound(
      measureEveryMs,
      quietly('reports', () => measureOlderCalls(newContext())),
    ),
    everyRound(
      forgetEveryMs,
      quietly('presence', () => cutLongPresenceSpans(newContext())),
    ),
    everyRound(
      sendEveryMs,
      quietly('letters', async () => {
        if (post) await sendLetters(newContext(), { post, attachments, signal });
        if (post) await sendNotices(newContext(), { post, signal });
      }),
    ),
    everyRound(
      deliverEveryMs,
      quietly('webhooks', async () => {
        if (webhooks)
          await deliverWebhooks({ newContext, post: webhooks, busy: busyWebhooks, signal, report });
      }),
    ),
    everyRound(
      eraseEveryMs,
      quietly('erasures', async () => {
        if (!erasing) return;
        const keepers = { recordings: recordings.keeper, attachments };
        await workOnErasures(newContext(), { ...erasing, ...keepers, signal, report });
      }),
    ),
    everyRound(
      forgetEveryMs,
      quietly('kept too long', async () => {
        if (!erasing) return;
        const { isQuiet } = erasing;
        await sweepRetentionByNight(newContext(), { recordings: recordings.keeper, isQuiet, signal });
      }),
    ),
    everyRound(
      importEveryMs,
      quietly('imports', () => workOnImports(newContext(), { signal, failures: failedImports, report })),
    ),
  ];
  const stopListening = onWake(dispatch);
  const begun = (async () => {
    await takeUp();
    await sweeps.run();
    await playAgain();
    await reconcileAll();
    await askForUnheard();
    await deleteOld();
    await checkAudit();
  })();

  return {
    async stop() {
      stopping.abort();
      stopListening();
      await Promise.all([begun, ...rounds.map((round) => round.stop()), ...dispatches]);
      await Promise.all(busyWebhooks.values());
    },
  };
}

/** A round never overlaps the one before, nor one that is run out of turn. */
function everyRound(everyMs: number, act: () => Promise<void>) {
  let running: Promise<void> | undefined;
  const run = () => {
    running ??= act().finally(() => {
      running = undefined;
    });
    return running;
  };
  const timer = setInterval(run, everyMs);
  timer.unref();
  return {
    run,
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
