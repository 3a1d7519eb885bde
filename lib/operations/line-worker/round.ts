import type { AttachmentKeeper } from '@/lib/domain/attachments/attachment';
import type { AuditAnchors } from '@/lib/domain/audit/audit-anchor';
import type { BackupKeeper, BackupOffice } from '@/lib/domain/backups/backup';
import type { Post } from '@/lib/domain/letters/post';
import type { RecordingKeeper, RecordingSource } from '@/lib/domain/recordings/recording';
import type { Telephony } from '@/lib/domain/telephony';
import type { WebhookPost } from '@/lib/domain/webhooks/webhook-post';
import type { Context } from '@/lib/operations/context';
import type { ErasingParts } from '@/lib/operations/personal-data/work-on-erasures';

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

/** The parts of a worker that runs, and what ends its rounds. */
export type RunningParts = LineWorkerParts & { signal: AbortSignal };

/** What a worker does again and again. */
export type Round = {
  /** As which a failure is reported. */
  what: string;
  everyMs: number;
  act: (context: Context) => Promise<unknown>;
  /** Done once at the start besides. */
  first?: (context: Context) => Promise<unknown>;
};

/** A round never overlaps the one before, nor one that is run out of turn. */
export function everyRound(everyMs: number, act: () => Promise<void>) {
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
