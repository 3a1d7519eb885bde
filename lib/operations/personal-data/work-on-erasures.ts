import {
  type ErasureRow,
  getErasure,
  getErasureLocked,
  listOpenErasures,
  updateErasure,
} from '@/db/erasures';
import { eraseNext, stepCount } from '@/db/personal-data/erase-next';
import { listLiveCalls } from '@/db/personal-data/open-work';
import type { Store } from '@/db/store';
import { decodeWork, type ErasureWork, encodeWork } from '@/lib/domain/personal-data/erasure-work';
import { type HeldKind, heldKinds, kindOfTable } from '@/lib/domain/personal-data/held-kind';
import { nextAttemptAt } from '@/lib/domain/personal-data/next-attempt';
import { StillFound } from '@/lib/domain/personal-data/still-found';
import type { Subject, SubjectIds } from '@/lib/domain/personal-data/subject';
import { type Context, tell } from '@/lib/operations/context';
import { clearSpace } from './clear-space';
import { deleteFiles, type ErasurePlace, tombstoneOf } from './erase-from-store';
import { goOverAgain } from './go-over-again';
import { recordErasure } from './record-erasure';

export type ErasingParts = Omit<ErasurePlace, 'store'> & {
  space: Store['space'];
  /** Which files hold one of the texts, by their names within the data directory; files of logs are rid of them first. */
  searchFiles: (texts: readonly string[]) => Promise<string[]>;
  /** Erases the subject from every copy of the data, such as backups; returns from how many. */
  eraseFromCopies?: (subject: Subject, act: { id: string; number: number; at: number }) => Promise<number>;
  /** Whether it is a time of little work, at which calls may wait while the database is written anew. */
  isQuiet: () => boolean;
  signal?: AbortSignal;
  report?: (what: string, error: unknown) => void;
};

/** Whoever watches an erasure is told so often how far it has come. */
const toldEveryMs = 1000;

/**
 * Goes on with the erasures that were begun, part by part, each where the last one ended, also after the process was killed;
 * then what came of the person meanwhile is erased too, the files are searched byte for byte, and an erasure is done when
 * nothing is found. While the person is on the line it waits: their call goes on.
 */
export async function workOnErasures(context: Context, parts: ErasingParts): Promise<void> {
  for (const found of await listOpenErasures(context.read)) {
    if (parts.signal?.aborted) return;
    if (found.failedAt !== null && context.now() < nextAttemptAt(found.failedAt, found.failures)) continue;
    try {
      await workOn(context, found.id, parts);
    } catch (error) {
      parts.report?.(`erasure ${found.id}`, error);
      await noteFailure(context, found.id, error instanceof StillFound ? [...error.files] : null);
    }
  }
}

async function workOn(context: Context, id: string, parts: ErasingParts): Promise<void> {
  let toldAt = 0;
  for (;;) {
    if (parts.signal?.aborted) return;
    const job = await getErasure(context.read, id);
    if (!job?.work || job.state === 'done') return;
    const { subject } = decodeWork(job.work);
    if ((await listLiveCalls(context.read, { calls: [], numbers: subject.ids.numbers })).length > 0) return;
    if (job.state === 'clearing') {
      if (await goOverAgain(context, job)) continue;
      return clearSpace(context, job, parts);
    }
    if (job.step === 0 && job.place === null) await deleteFiles(parts, subject);
    await context.part(async (tx) => {
      const isTold = context.now() - toldAt >= toldEveryMs;
      await eraseOne(tx, context, id, isTold);
      if (isTold) toldAt = context.now();
    });
    await new Promise((resolve) => setImmediate(resolve));
  }
}

type Tx = Parameters<Parameters<Context['part']>[0]>[0];

async function eraseOne(tx: Tx, context: Context, id: string, isTold: boolean): Promise<void> {
  const job = await getErasureLocked(tx, id);
  if (!job?.work || job.state !== 'running') return;
  const work = decodeWork(job.work);
  const tombstone = tombstoneOf(job.number, job.createdAt);
  const part = await eraseNext(tx, { subject: work.subject, counted: work.counted, tombstone }, job);
  if (!part || part.step >= stepCount) {
    const counts = countsWith(job, part);
    const touched = touchedWith(work.touched, part);
    await updateErasure(tx, job, {
      state: 'clearing',
      step: stepCount,
      place: null,
      failedAt: null,
      counts,
      work: encodeWork({ ...work, touched, recorded: counts }),
    });
    await recordRows(tx, context, { ...job, counts }, work);
    tell(tx, { noun: 'erasure', nounId: job.id }, { noun: 'counterparty', nounId: job.subjectId ?? job.id });
    return;
  }
  const touched = touchedWith(work.touched, part);
  await updateErasure(tx, job, {
    step: part.step,
    place: part.place,
    failedAt: null,
    counts: countsWith(job, part),
    ...(touched !== work.touched && { work: encodeWork({ ...work, touched }) }),
  });
  if (isTold) tell(tx, { noun: 'erasure', nounId: job.id });
}

type Part = Awaited<ReturnType<typeof eraseNext>>;

const touchedWith = (touched: string[], part: Part): string[] =>
  part && part.count > 0 && !touched.includes(part.table) ? [...touched, part.table] : touched;

function countsWith({ counts }: ErasureRow, part: Part): ErasureRow['counts'] {
  if (!part || part.count === 0) return counts;
  const kind: HeldKind = part.isMention ? 'mentions' : kindOfTable(part.table);
  return { ...counts, [kind]: (counts[kind] ?? 0) + part.count };
}

async function recordRows(
  tx: Tx,
  context: Context,
  { id, counts }: ErasureRow,
  { subject: { ids }, counted, recorded = {} }: ErasureWork,
): Promise<void> {
  for (const kind of heldKinds) {
    const count = (counts[kind] ?? 0) - (recorded[kind] ?? 0);
    if (count === 0) continue;
    await recordErasure(tx, context, {
      erasureId: id,
      what: kind === 'mentions' ? 'mentionsErased' : 'rowsErased',
      kind,
      count,
    });
  }
  const filesOf = (of?: SubjectIds) => (of ? of.recordings.length + of.attachments.length : 0);
  const files = filesOf(ids) - filesOf(counted);
  if (files > 0) await recordErasure(tx, context, { erasureId: id, what: 'filesDeleted', count: files });
}

async function noteFailure(context: Context, id: string, foundIn: string[] | null): Promise<void> {
  const job = await getErasure(context.read, id);
  if (!job || job.state === 'done') return;
  await context.part(async (tx) => {
    const failed = { failedAt: context.now(), failures: job.failures + 1, foundIn };
    if (!(await updateErasure(tx, job, failed))) return;
    if (job.failedAt === null) await recordErasure(tx, context, { erasureId: id, what: 'failed' });
    tell(tx, { noun: 'erasure', nounId: id });
  });
}
