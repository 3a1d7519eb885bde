import { findHandOversTaken } from '@/db/call-claims';
import { listQuarantinedCallScriptRuns } from '@/db/call-scripts';
import type { CallRow } from '@/db/calls';
import { listCompanyNumbers } from '@/db/company-numbers';
import { listVisibleCounterparties } from '@/db/counterparties';
import { listEmployeesByIds } from '@/db/employees';
import type { Db } from '@/db/store';
import { mayReviewCall } from '@/lib/domain/calls/journal-rights';
import type { JournalRow } from '@/lib/domain/calls/journal-view';
import { cardScopeOf } from '@/lib/domain/counterparties/card-scope';
import type { Person } from '@/lib/domain/employees/employee';
import { cardsOfNumbers } from '@/lib/operations/counterparties/cards-of-numbers';
import { readDirectory } from '@/lib/operations/reactions/directory';
import { readCodeLengths } from '@/lib/operations/settings/read-code-lengths';
import { callerOf } from './describe-call';
import { quarantineOf } from './quarantine-of';

/** Calls as the journal shows them to this person; cards they may not see are left out. */
export async function describeJournal(
  db: Db,
  person: Person,
  calls: readonly CallRow[],
): Promise<JournalRow[]> {
  const owners = new Map(
    (
      await listEmployeesByIds(
        db,
        calls.flatMap(({ ownerId }) => ownerId ?? []),
      )
    ).map((employee) => [employee.id, employee]),
  );
  const takenBy = await findHandOversTaken(
    db,
    calls.filter(({ handOverDepartmentId }) => handOverDepartmentId !== null).map(({ id }) => id),
  );
  const names = await readDirectory(db, {
    employees: calls.flatMap((call) => [call.ownerId, takenBy.get(call.id)]),
  });
  const cards = await cardsOf(db, person, calls);
  const unreadable = new Map(
    (
      await listQuarantinedCallScriptRuns(
        db,
        calls.map(({ id }) => id),
      )
    ).map((run) => [run.callId, run]),
  );
  const lines = await listCompanyNumbers(db);
  const codeLengthOf = await readCodeLengths(db);
  return calls.map((call) => {
    const owner = owners.get(call.ownerId ?? '') ?? null;
    const { handOverDepartmentId } = call;
    const isFinished = call.finishedAt !== null;
    return {
      id: call.id,
      phase: call.phase,
      direction: call.direction,
      arrivedAt: call.arrivedAt,
      answeredAt: call.answeredAt,
      endedAt: call.endedAt,
      outcome: call.outcome,
      endedBy: call.endedBy,
      caller: callerOf(call, codeLengthOf),
      calledNumber: call.calledNumber,
      line: lines.find((line) => line.e164 === call.calledNumber)?.name ?? null,
      counterparty: cards.used(call),
      cardsOfNumber: cards.ofNumber(call),
      route: call.route,
      owner: names.employee(call.ownerId),
      handedOverTo: names.employee(takenBy.get(call.id) ?? null),
      handOverDepartment: handOverDepartmentId ? names.department(handOverDepartmentId) : null,
      waitMs: lengthOf(call.arrivedAt, call.answeredAt ?? call.endedAt),
      talkMs: call.answeredAt === null ? null : lengthOf(call.answeredAt, call.endedAt),
      unfinishedSince: call.unfinishedSince,
      finishedAt: call.finishedAt,
      discardReason: call.discardReason,
      quarantinedAt: quarantineOf(call, unreadable.get(call.id) ?? null).quarantinedAt,
      mayReview: mayReviewCall(person, {
        owner,
        handOverDepartmentId,
        takenBy: takenBy.get(call.id) ?? null,
        isFinished,
      }),
    };
  });
}

/** The line's clock and ours may differ by some seconds; a length is never below zero. */
const lengthOf = (from: number, until: number | null) => (until === null ? null : Math.max(0, until - from));

/** IN-7: a card chosen in the conversation speaks for the call; else the cards of its number do. */
async function cardsOf(db: Db, person: Person, calls: readonly CallRow[]) {
  const used = calls.flatMap(({ counterpartyId }) => counterpartyId ?? []);
  const rows = await listVisibleCounterparties(db, cardScopeOf(person), [...new Set(used)]);
  const cards = new Map(rows.map(({ id, name, status }) => [id, { id, name, status }]));
  const ofNumber = await cardsOfNumbers(
    db,
    person,
    calls.flatMap(({ counterpartyId, callerE164 }) => (counterpartyId === null ? (callerE164 ?? []) : [])),
  );
  return {
    used: ({ counterpartyId }: CallRow) => cards.get(counterpartyId ?? '') ?? null,
    ofNumber: ({ counterpartyId, callerE164 }: CallRow) =>
      counterpartyId === null ? ofNumber(callerE164) : [],
  };
}
