import { listComplaintsOfCounterparties } from '@/db/complaints';
import { listCounterpartiesByIds } from '@/db/counterparties';
import { listEmailsOfCounterparties } from '@/db/counterparty-emails';
import { listRoundAttempts } from '@/db/round-attempts';
import { listFirstLetters } from '@/db/round-letters';
import { listEarlierStates, listLastVerdicts, type RoundRow } from '@/db/rounds';
import type { Db } from '@/db/store';
import { listCallsAbout } from '@/db/subject-calls';
import type { Person } from '@/lib/domain/employees/employee';
import { isNewHour, isOpenRound, unansweredAt } from '@/lib/domain/rounds/round';
import { maySettleRound } from '@/lib/domain/rounds/round-rights';
import type { RoundView } from '@/lib/domain/rounds/round-views';
import { phonesToCall } from '@/lib/operations/counterparties/phones-to-call';
import { readDirectory } from '@/lib/operations/reactions/directory';
import { isRunning } from './talks-of-round';

/** Rounds as screens show them, in the given order. */
export async function describeRounds(
  db: Db,
  person: Person,
  rows: readonly RoundRow[],
  now: number,
): Promise<RoundView[]> {
  if (rows.length === 0) return [];
  const cardIds = [...new Set(rows.map(({ counterpartyId }) => counterpartyId))];
  const cards = new Map((await listCounterpartiesByIds(db, cardIds)).map((card) => [card.id, card]));
  const phonesOf = await phonesToCall(db, cardIds);
  const emails = Map.groupBy(
    await listEmailsOfCounterparties(db, cardIds),
    ({ counterpartyId }) => counterpartyId,
  );
  const complaints = Map.groupBy(
    (await listComplaintsOfCounterparties(db, cardIds)).filter(({ closedAt }) => closedAt === null),
    ({ counterpartyId }) => counterpartyId,
  );
  const attempts = Map.groupBy(
    await listRoundAttempts(
      db,
      rows.map(({ id }) => id),
    ),
    ({ roundId }) => roundId,
  );
  const talks = Map.groupBy(
    await listCallsAbout(
      db,
      rows.filter(({ state }) => isOpenRound(state)).map(({ id }) => id),
    ),
    ({ subjectId }) => subjectId,
  );
  const earlier = await listEarlierStates(
    db,
    rows.map(({ id }) => id),
  );
  const verdicts = await listLastVerdicts(db, cardIds);
  const letters = new Map(
    (await listFirstLetters(db, cardIds, Number.MAX_SAFE_INTEGER)).map((one) => [one.counterpartyId, one.id]),
  );
  const names = await readDirectory(db, {
    employees: [
      ...rows.map(({ managerId }) => managerId),
      ...[...attempts.values()].flat().map(({ employeeId }) => employeeId),
    ],
    departments: [],
  });
  return rows.flatMap((row) => {
    const card = cards.get(row.counterpartyId);
    if (!card) return [];
    const tried = attempts.get(row.id) ?? [];
    const hours = unansweredAt(tried);
    const managerId = isOpenRound(row.state) ? row.managerId : (card.assignedTo ?? row.managerId);
    const maySettle = maySettleRound(person, { managerId });
    return {
      id: row.id,
      counterparty: {
        id: card.id,
        name: card.name,
        city: card.city,
        contactPerson: card.contactPerson,
        phones: phonesOf(card.id),
        emails: (emails.get(card.id) ?? []).map(({ address }) => address),
      },
      manager: names.employee(row.managerId),
      dueOn: row.dueOn,
      dueFrom: row.dueFrom,
      dueUntil: row.dueUntil,
      timeZone: row.timeZone,
      state: row.state,
      nextAttemptAt: row.nextAttemptAt,
      attempts: tried.map(({ at, outcome, employeeId, callId }) => ({
        at,
        outcome,
        employee: names.employee(employeeId),
        callId,
      })),
      answers: row.answers,
      callId: row.callId,
      talk: talks.has(row.id) ? (talks.get(row.id)!.some(isRunning) ? 'running' : 'unfinished') : null,
      refusal: row.refusal,
      letter: letterOf(row),
      letterRoundId: letters.get(card.id) ?? null,
      complaintId: row.complaintId,
      lastVerdict: verdicts.get(card.id) ?? null,
      earlierState: earlier.get(row.id) ?? null,
      openComplaints: complaints.get(card.id)?.length ?? 0,
      endedAt: row.endedAt,
      version: row.version,
      may: {
        settle: maySettle,
        call: maySettle && isOpenRound(row.state) && isNewHour(hours, now, row.timeZone),
      },
    };
  });
}

function letterOf(row: RoundRow): RoundView['letter'] {
  if (row.letterState === null && row.letterAskedAt === null) return null;
  return {
    state: row.letterState,
    askedAt: row.letterAskedAt,
    receivedAt: row.letterReceivedAt,
    attachmentId: row.letterAttachmentId,
  };
}
