import { type CallRow, getCall, listCallsByIds } from '@/db/calls';
import { listChanges } from '@/db/changes';
import { type ComplaintRow, listComplaintCalls } from '@/db/complaints';
import { listNextReactionChanges } from '@/db/next-reactions';
import { listNoticesOfComplaint } from '@/db/notices';
import type { Db } from '@/db/store';
import { type ComplaintAct, isComplaintActPossible } from '@/lib/domain/complaints/complaint';
import { mayActOnComplaint } from '@/lib/domain/complaints/complaint-rights';
import type { ComplaintRowView, ComplaintView } from '@/lib/domain/complaints/complaint-views';
import type { Person } from '@/lib/domain/employees/employee';
import { maySeeRounds } from '@/lib/domain/rounds/round-rights';
import { readingOfCall } from '@/lib/operations/calls/reading-of-call';
import { phonesToCall } from '@/lib/operations/counterparties/phones-to-call';
import { readDirectory } from '@/lib/operations/reactions/directory';
import { listWorkOf, rightsOf } from './change-complaint';
import { historyOfComplaint, inPlaceOf } from './history-of-complaint';
import { listSecondCallsMade } from './second-call';
import { sideOf, toldOfComplaint } from './told-of-complaint';

/** Complaints as a list shows them, in the given order. */
export async function describeComplaints(db: Db, rows: readonly ComplaintRow[]): Promise<ComplaintRowView[]> {
  const names = await readDirectory(db, {
    employees: rows.flatMap(({ ownerId, createdBy }) => [ownerId, createdBy]),
    counterparties: rows.map(({ counterpartyId }) => counterpartyId),
  });
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    counterparty: names.counterparty(row.counterpartyId),
    state: row.state,
    text: row.text,
    department: names.department(row.departmentId),
    owner: names.employee(row.ownerId),
    dueAt: row.dueAt,
    createdAt: row.createdAt,
    createdBy: names.employee(row.createdBy),
    closedAt: row.closedAt,
    reopenedCount: row.reopenedCount,
  }));
}

/** One complaint with everything that was done about it. */
export async function describeComplaint(db: Db, person: Person, row: ComplaintRow): Promise<ComplaintView> {
  const [shown] = await describeComplaints(db, [row]);
  const calls = await listComplaintCalls(db, row.id);
  const notices = await listNoticesOfComplaint(db, row.id);
  const work = (await listWorkOf(db, row)).filter(({ kind }) => kind === 'complaint');
  const changesOfWork = await listNextReactionChanges(
    db,
    work.map(({ id }) => id),
  );
  const sides = [...work, ...changesOfWork.flatMap(({ from, to }) => [from, to])];
  const changes = await listChanges(db, 'complaint', row.id);
  const names = await readDirectory(db, {
    employees: [
      ...changes.flatMap((change) => [change.employeeId, inPlaceOf(change)]),
      row.answeredBy,
      row.closedBy,
      ...calls.map(({ employeeId }) => employeeId),
      ...changesOfWork.map(({ employeeId }) => employeeId),
      ...notices.map(({ employeeId }) => employeeId),
      ...sides.map((side) => sideOf(side)?.employeeId),
    ],
    appeals: [row.appealId],
  });
  const call = row.callId ? await getCall(db, row.callId) : null;
  const heard = await listCallsByIds(
    db,
    calls.flatMap(({ callId }) => callId ?? []),
  );
  const made = await readable(db, person, await listSecondCallsMade(db, row.id));
  const opened = new Set((await readable(db, person, call ? [call, ...heard] : heard)).map(({ id }) => id));
  const answer = changes.find(({ fields }) => fields.answeredAt);
  const rights = rightsOf(row);
  const may = (act: ComplaintAct) =>
    isComplaintActPossible(row, act) && mayActOnComplaint[act](person, rights);
  return {
    ...shown!,
    appeal: names.appeal(row.appealId),
    callId: row.callId !== null && opened.has(row.callId) ? row.callId : null,
    roundId: maySeeRounds(person) ? row.roundId : null,
    cause: row.cause,
    answer: row.answer,
    takenAt: row.takenAt,
    answeredAt: row.answeredAt,
    answeredBy: names.employee(row.answeredBy),
    answeredFor: names.employee(answer ? inPlaceOf(answer) : null),
    closedBy: names.employee(row.closedBy),
    closeReason: row.closeReason,
    told: toldOfComplaint(work, changesOfWork, notices, names),
    calls: calls.map(({ at, employeeId, outcome, words, callId }) => ({
      at,
      employee: names.employee(employeeId),
      outcome,
      words,
      callId: callId !== null && opened.has(callId) ? callId : null,
    })),
    phones: may('call') ? (await phonesToCall(db, [row.counterpartyId]))(row.counterpartyId) : [],
    callsMade: made.map(({ id, arrivedAt, callerText, callerE164 }) => ({
      id,
      at: arrivedAt,
      phone: { raw: callerText, e164: callerE164, extension: null },
    })),
    history: historyOfComplaint(changes, calls, changesOfWork, names),
    version: row.version,
    may: {
      take: may('take'),
      assign: may('assign'),
      move: may('move'),
      postpone: may('postpone'),
      answer: may('answer'),
      call: may('call'),
      close: may('close'),
      reopen: may('reopen'),
    },
  };
}

async function readable(db: Db, person: Person, calls: readonly CallRow[]): Promise<CallRow[]> {
  const found: CallRow[] = [];
  for (const call of calls) if ((await readingOfCall(db, call, person)) !== 'none') found.push(call);
  return found;
}
