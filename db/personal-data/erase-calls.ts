import { and, isNull } from 'drizzle-orm';
import { isAmong } from '@/db/is-among';
import type { Db } from '@/db/store';
import { createScrubber, noNeedles } from '@/lib/domain/personal-data/needles';
import { emptySubjectIds, type Subject } from '@/lib/domain/personal-data/subject';
import { eraseAllRows } from './erase-rows';

/**
 * Takes out of some calls who called and what was said; the calls stay for the figures. Returns the recordings, whose files
 * are still to be deleted.
 */
export async function eraseCalls(db: Db, callIds: readonly string[]): Promise<string[]> {
  const { calls, recordings, nextReactions, scoreCards } = db.t;
  const rows = await db.q
    .select({ e164: calls.callerE164 })
    .from(calls)
    .where(isAmong(db, calls.id, callIds));
  const found = await db.q
    .select({ id: recordings.id })
    .from(recordings)
    .where(isAmong(db, recordings.callId, callIds));
  const promised = await db.q
    .select({ id: nextReactions.id })
    .from(nextReactions)
    .where(and(isAmong(db, nextReactions.callId, callIds), isNull(nextReactions.counterpartyId)));
  const scored = await db.q
    .select({ id: scoreCards.id })
    .from(scoreCards)
    .where(isAmong(db, scoreCards.callId, callIds));
  const known = { ...noNeedles(), phones: rows.flatMap(({ e164 }) => e164 ?? []) };
  const subject: Subject = {
    kind: 'number',
    id: '',
    cardOfContact: null,
    contactNames: [],
    ids: {
      ...emptySubjectIds(),
      calls: [...callIds],
      recordings: found.map(({ id }) => id),
      scoreCards: scored.map(({ id }) => id),
      nextReactions: promised.map(({ id }) => id),
    },
    needles: known,
    shared: [],
    ownNeedles: known,
  };
  await eraseAllRows(db, subject, createScrubber(known));
  return subject.ids.recordings;
}
