import { and, isNotNull, isNull, ne, sql } from 'drizzle-orm';
import type { AppealRow } from '@/db/appeals';
import type { CallRow } from '@/db/calls';
import type { ComplaintRow } from '@/db/complaints';
import type { FolderRow } from '@/db/folders';
import { isAmong } from '@/db/is-among';
import type { NextReactionRow } from '@/db/next-reactions';
import type { RoundRow } from '@/db/rounds';
import type { Db } from '@/db/store';
import type { Subject, SubjectIds } from '@/lib/domain/personal-data/subject';

export type OpenWork = {
  appeals: AppealRow[];
  nextReactions: NextReactionRow[];
  unfinishedCalls: CallRow[];
  /** To be called, or with a complaint that is owed. */
  rounds: RoundRow[];
  /** Rounds that wait for a letter of recommendation. */
  letters: RoundRow[];
  complaints: ComplaintRow[];
  folders: FolderRow[];
  liveCallIds: string[];
};

/** What is promised to the subject and not done, and the calls with them that are not over. */
export async function listOpenWork(db: Db, { ids }: Subject): Promise<OpenWork> {
  const { appeals, nextReactions, calls, rounds, complaints, folders } = db.t;
  return {
    appeals: await db.q
      .select()
      .from(appeals)
      .where(and(isAmong(db, appeals.id, ids.appeals), isNull(appeals.closedAt))),
    nextReactions: await db.q
      .select()
      .from(nextReactions)
      .where(and(isAmong(db, nextReactions.id, ids.nextReactions), isNull(nextReactions.endedAt))),
    unfinishedCalls: await db.q
      .select()
      .from(calls)
      .where(
        and(isAmong(db, calls.id, ids.calls), isNotNull(calls.unfinishedSince), isNull(calls.finishedAt)),
      ),
    rounds: await db.q
      .select()
      .from(rounds)
      .where(and(isAmong(db, rounds.id, ids.rounds), isNull(rounds.endedAt))),
    letters: await db.q
      .select()
      .from(rounds)
      .where(and(isAmong(db, rounds.id, ids.rounds), sql`${rounds.letterState} = 'asked'`)),
    complaints: await db.q
      .select()
      .from(complaints)
      .where(and(isAmong(db, complaints.id, ids.complaints), isNull(complaints.closedAt))),
    folders: await db.q
      .select()
      .from(folders)
      .where(and(isAmong(db, folders.id, ids.folders), ne(folders.state, 'done'))),
    liveCallIds: await listLiveCalls(db, ids),
  };
}

/**
 * Calls with the subject that are under way. A number that is on the line now counts also before the call has been told to be
 * the subject's.
 */
export async function listLiveCalls(
  db: Db,
  { calls: callIds, numbers }: Pick<SubjectIds, 'calls' | 'numbers'>,
): Promise<string[]> {
  const { calls } = db.t;
  const ours = await db.q
    .select({ id: calls.id })
    .from(calls)
    .where(and(isAmong(db, calls.id, callIds), isNull(calls.endedAt)));
  const ringing = await db.q
    .select({ id: calls.id })
    .from(calls)
    .where(and(isAmong(db, calls.callerE164, numbers), isNull(calls.endedAt)));
  return [...new Set([...ours, ...ringing].map(({ id }) => id))];
}
