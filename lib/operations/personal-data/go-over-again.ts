import { type ErasureRow, getErasureLocked, updateErasure } from '@/db/erasures';
import { findSubjectAnew } from '@/db/personal-data/find-subject';
import { listOpenWork } from '@/db/personal-data/open-work';
import { decodeWork, encodeWork } from '@/lib/domain/personal-data/erasure-work';
import type { Needles } from '@/lib/domain/personal-data/needles';
import { type Subject, subjectIds } from '@/lib/domain/personal-data/subject';
import { type Context, tell } from '@/lib/operations/context';
import { endPromises } from './end-promises';
import { recordErasure } from './record-erasure';

/**
 * Looks for what came of the person since an erasure last went over the tables, and has it go over them once more when
 * there is something, or when the last search of the files found something. Returns whether it has to.
 */
export async function goOverAgain(context: Context, { id }: Pick<ErasureRow, 'id'>): Promise<boolean> {
  return context.part(async (tx) => {
    const job = await getErasureLocked(tx, id);
    if (!job?.work || job.state !== 'clearing') return true;
    const work = decodeWork(job.work);
    const subject = await findSubjectAnew(tx, work.subject);
    if (job.foundIn === null && !isOther(subject, work.subject)) return false;
    const { liveCallIds: _, ...open } = await listOpenWork(tx, subject);
    const ended = await endPromises(tx, context, open, { reason: job.reason, employeeId: job.createdBy });
    if (ended > 0) await recordErasure(tx, context, { erasureId: id, what: 'promisesEnded', count: ended });
    await updateErasure(tx, job, {
      state: 'running',
      step: 0,
      place: null,
      foundIn: null,
      work: encodeWork({ ...work, subject, counted: work.subject.ids }),
    });
    tell(tx, { noun: 'erasure', nounId: id });
    return true;
  });
}

/** There are more rows, or some of what was looked for stands with somebody else by now. */
const isOther = (now: Subject, before: Subject): boolean =>
  subjectIds.some((kind) => now.ids[kind].length > before.ids[kind].length) ||
  (Object.keys(now.needles) as (keyof Needles)[]).some(
    (kind) => now.needles[kind].length < before.needles[kind].length,
  );
