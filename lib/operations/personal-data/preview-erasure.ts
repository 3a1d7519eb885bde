import { listOpenErasures } from '@/db/erasures';
import { listOpenWork } from '@/db/personal-data/open-work';
import { readHeld } from '@/db/personal-data/rows-of-subject';
import { type HeldKind, heldKinds, kindOfTable } from '@/lib/domain/personal-data/held-kind';
import type { ErasurePreview } from '@/lib/domain/personal-data/personal-data.contract';
import type { Subject, SubjectName } from '@/lib/domain/personal-data/subject';
import type { Context } from '@/lib/operations/context';
import { subjectOfRequest } from './subject-of-request';

/** What an erasure would take, and what stands against it. @throws Refusal `forbidden`, `notFound` */
export async function previewErasure(context: Context, input: SubjectName): Promise<ErasurePreview> {
  const { named, subject } = await subjectOfRequest(context, context.read, input);
  const counts = new Map<HeldKind, number>();
  for await (const { table, rows } of readHeld(context.read, subject)) {
    const kind = kindOfTable(table);
    counts.set(kind, (counts.get(kind) ?? 0) + rows.length);
  }
  const { liveCallIds, ...open } = await listOpenWork(context.read, subject);
  context.saw({
    kind: 'personalData',
    subjectId: input.kind === 'number' ? null : input.id,
    counterpartyId: cardOf(subject),
  });
  const running = await listOpenErasures(context.read);
  return {
    subject: named,
    counts: heldKinds.flatMap((kind) => (counts.has(kind) ? [{ kind, count: counts.get(kind)! }] : [])),
    open: {
      appeals: open.appeals.length,
      nextReactions: open.nextReactions.length,
      unfinishedCalls: open.unfinishedCalls.length,
      rounds: open.rounds.length,
      letters: open.letters.length,
      complaints: open.complaints.length,
      folders: open.folders.length,
    },
    liveCalls: liveCallIds.length,
    shared: subject.shared,
    runningErasureId:
      running.find(({ subjectId, finishedAt }) => subjectId === input.id && finishedAt === null)?.id ?? null,
  };
}

export const cardOf = (subject: Subject) =>
  subject.cardOfContact ?? (subject.kind === 'card' ? subject.id : null);
