import { listLettersOfReactions } from '@/db/letters';
import type { ReactionRow } from '@/db/reactions';
import type { Db } from '@/db/store';
import type { Person } from '@/lib/domain/employees/employee';
import type { ReactionView } from '@/lib/domain/reactions/reaction-views';
import { reviewableCalls } from '@/lib/operations/calls/reviewable-calls';
import { describeLetterStates } from '@/lib/operations/letters/describe-letters';
import { readDirectory } from './directory';

/** Acts that happened, as screens show them to this person. */
export async function describeReactions(
  db: Db,
  person: Person,
  rows: readonly ReactionRow[],
): Promise<ReactionView[]> {
  const directory = await readDirectory(db, {
    employees: rows.map((row) => row.employeeId),
    appeals: rows.map((row) => row.appealId),
  });
  const reviewable = await reviewableCalls(
    db,
    person,
    rows.map((row) => row.callId),
  );
  const letters = await listLettersOfReactions(
    db,
    rows.filter(({ type }) => type === 'letterOut').map(({ id }) => id),
  );
  const letterOf = new Map(letters.map((letter) => [letter.reactionId, letter]));
  const stateOf = await describeLetterStates(db, person, letters);
  return rows.map((row) => ({
    id: row.id,
    type: row.type,
    topic: row.topic,
    note: row.note,
    route: row.route,
    callId: row.callId,
    mayReviewCall: row.callId !== null && reviewable.has(row.callId),
    appeal: directory.appeal(row.appealId)!,
    counterparty: directory.counterpartyOfAppeal(row.appealId)!,
    department: directory.department(row.departmentId),
    employee: directory.employee(row.employeeId) ?? { id: row.employeeId, name: '' },
    letter: stateOf.get(letterOf.get(row.id)?.id ?? '') ?? null,
    happenedAt: row.happenedAt,
    createdAt: row.createdAt,
    version: row.version,
  }));
}
