import { deleteImportParts } from '@/db/import-parts';
import { deleteImportedRows } from '@/db/import-rows';
import { deleteImport } from '@/db/imports';
import { eraseCalls } from '@/db/personal-data/erase-calls';
import { updateRecording } from '@/db/recordings';
import { blankLetters, deleteExpired, expireAttachments, listExpired } from '@/db/retention';
import { getSetting, updateSetting } from '@/db/settings';
import { dayMs, hourMs } from '@/lib/domain/duration';
import type { RecordingKeeper } from '@/lib/domain/recordings/recording';
import {
  type RetentionKind,
  type RetentionRun,
  readRetention,
  retentionKinds,
} from '@/lib/domain/retention/retention';
import { type Context, tell } from '@/lib/operations/context';

/** Calls wait for a writer: no act may take long. */
const batches: Record<RetentionKind, number> = {
  messages: 50,
  unknownCallers: 10,
  letters: 100,
  closedAppealFiles: 100,
  imports: 1,
  accessLog: 500,
  requests: 500,
  feed: 500,
};

type Parts = { recordings: Pick<RecordingKeeper, 'remove'>; signal?: AbortSignal };

/** Removes what is kept longer than the settings say, some at a time; a process killed in between finds the rest again. */
export async function sweepRetention(context: Context, { recordings, signal }: Parts): Promise<RetentionRun> {
  const retention = readRetention((await getSetting(context.read, 'retention'))?.value);
  const counts: RetentionRun['counts'] = {};
  for (const kind of retentionKinds) {
    const days = retention[kind];
    if (days === null) continue;
    const before = context.now() - days * dayMs;
    for (;;) {
      if (signal?.aborted) return { at: context.now(), counts };
      const ids = await listExpired(context.read, kind, before, batches[kind]);
      if (ids.length === 0) break;
      await remove(context, kind, ids, recordings);
      counts[kind] = (counts[kind] ?? 0) + ids.length;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  const run = { at: context.now(), counts };
  await context.part(async (tx) => {
    await updateSetting(tx, { key: 'retentionRun', value: run, updatedAt: run.at, updatedBy: null });
    tell(tx, { noun: 'settings', nounId: 'retention' });
  });
  return run;
}

const onceANightMs = 12 * hourMs;
const missedAfterMs = 2 * dayMs;

/** Sweeps once a night; also by day where no night was seen for two days, as on a computer that is switched off then. */
export async function sweepRetentionByNight(
  context: Context,
  parts: Parts & { isQuiet: () => boolean },
): Promise<void> {
  const last = (await getSetting(context.read, 'retentionRun'))?.updatedAt ?? 0;
  const age = context.now() - last;
  if (age < onceANightMs || (!parts.isQuiet() && age < missedAfterMs)) return;
  await sweepRetention(context, parts);
}

async function remove(
  context: Context,
  kind: RetentionKind,
  ids: string[],
  recordings: Parts['recordings'],
): Promise<void> {
  if (kind === 'imports') {
    for (const id of ids) await removeImport(context, id);
    return;
  }
  if (kind === 'messages') {
    for (const id of ids) await recordings.remove(id);
    await context.part(async (tx) => {
      const change = { state: 'deleted', peaks: null, deletedAt: context.now() } as const;
      for (const id of ids) await updateRecording(tx, id, ['kept'], change);
    });
    return;
  }
  if (kind === 'unknownCallers') {
    for (const id of await context.part((tx) => eraseCalls(tx, ids))) await recordings.remove(id);
    return;
  }
  await context.part(async (tx) => {
    if (kind === 'letters') await blankLetters(tx, ids);
    else if (kind === 'closedAppealFiles') await expireAttachments(tx, ids, context.now());
    else await deleteExpired(tx, kind, ids);
  });
}

const rowsOfAct = 500;

async function removeImport(context: Context, id: string): Promise<void> {
  for (let more = true; more; )
    more = await context.part((tx) => deleteImportParts(tx, id, 2_000_000_000, 20));
  for (let more = true; more; ) more = await context.part((tx) => deleteImportedRows(tx, id, rowsOfAct));
  await context.part(async (tx) => {
    await deleteImport(tx, id);
    tell(tx, { noun: 'import', nounId: id });
  });
}
