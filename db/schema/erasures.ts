import { sql } from 'drizzle-orm';
import type { HeldKind } from '@/lib/domain/personal-data/held-kind';
import type { EntryKind, ErasureState } from '@/lib/domain/personal-data/personal-data.contract';
import type { SubjectKind } from '@/lib/domain/personal-data/subject';
import type { Kit } from './kit';

export function defineErasures(k: Kit) {
  const erasures = k.table(
    'erasures',
    {
      id: k.text('id').primaryKey(),
      number: k.integer('number').notNull(),
      state: k.text('state').$type<ErasureState>().notNull(),
      kind: k.text('kind').$type<SubjectKind>().notNull(),
      /** The card or contact person; null for a number, which would be the person. */
      subjectId: k.text('subject_id'),
      requestNumber: k.text('request_number').notNull(),
      /** `YYYY-MM-DD`. */
      requestedOn: k.text('requested_on').notNull(),
      legalBasis: k.text('legal_basis').notNull(),
      reason: k.text('reason').notNull(),
      /** Of the name and the code that stand in the act which was handed over. */
      digest: k.text('digest').notNull(),
      createdAt: k.time('created_at').notNull(),
      createdBy: k.text('created_by').notNull(),
      /** What is still to be erased and by what it is known, in a form that a search for it does not find; null when done. */
      work: k.text('work'),
      step: k.integer('step').notNull(),
      place: k.json<(string | number)[]>('place'),
      counts: k.json<Partial<Record<HeldKind, number>>>('counts').notNull(),
      /** A person wants the space cleared now instead of at night. */
      hurriedAt: k.time('hurried_at'),
      finishedAt: k.time('finished_at'),
      failedAt: k.time('failed_at'),
      /** How often it failed: each time it is tried again later. */
      failures: k.integer('failures').notNull().default(0),
      /** The files in which the last search found something of the person; null when it found nothing. */
      foundIn: k.json<string[]>('found_in'),
    },
    (t) => [
      k.index('erasures_newest').on(t.createdAt, t.id),
      k.index('erasures_open').on(t.createdAt, t.id).where(sql`finished_at is null`),
      k.index('erasures_subject').on(t.subjectId).where(sql`finished_at is null`),
    ],
  );

  /** What was done, step by step: the extract of the log that belongs to the act. */
  const erasureEntries = k.table(
    'erasure_entries',
    {
      id: k.serial('id'),
      erasureId: k.text('erasure_id').notNull(),
      at: k.time('at').notNull(),
      what: k.text('what').$type<EntryKind>().notNull(),
      kind: k.text('kind').$type<HeldKind>(),
      count: k.integer('count').notNull(),
    },
    (t) => [k.index('erasure_entries_erasure').on(t.erasureId, t.id)],
  );

  return { erasures, erasureEntries };
}
