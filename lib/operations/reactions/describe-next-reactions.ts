import { listCallsByIds } from '@/db/calls';
import { listPhonesOfCounterparties } from '@/db/counterparty-phones';
import { listOpenFoldersOfAppeals } from '@/db/folders';
import { listLeadsOfNextReactions } from '@/db/leads';
import type { NextReactionChangeRow, NextReactionRow } from '@/db/next-reactions';
import { listSlipsOf, type SlipRow } from '@/db/slips';
import type { Db } from '@/db/store';
import { isPaused } from '@/lib/domain/deadlines/working-time';
import type { Person } from '@/lib/domain/employees/employee';
import { isLeadWaiting } from '@/lib/domain/leads/lead';
import { maySettleUnaccepted } from '@/lib/domain/leads/lead-rights';
import { formatPhone } from '@/lib/domain/phones/format-phone';
import { mayFulfil, mayHandOver, mayPostpone } from '@/lib/domain/reactions/next-reaction-rights';
import type { NextReactionChangeView, NextReactionView } from '@/lib/domain/reactions/reaction-views';
import { cardsOfNumbers } from '@/lib/operations/counterparties/cards-of-numbers';
import { listWorkOfFolders } from '@/lib/operations/folders/refuse-open-folder';
import { readCodeLengths } from '@/lib/operations/settings/read-code-lengths';
import { type Directory, readDirectory } from './directory';

/** Whoever wants more numbers of a card to choose from opens it. */
const mostPhones = 10;

/** Next reactions as screens show them, with what this person may do about each. */
export async function describeNextReactions(
  db: Db,
  person: Person,
  rows: readonly NextReactionRow[],
  now: number,
): Promise<NextReactionView[]> {
  const shown = await shownTo(db, rows);
  const directory = await readDirectory(db, {
    employees: [
      ...rows.flatMap((row) => [row.responsibleEmployeeId, row.createdBy, row.endedBy]),
      ...[...shown.values()].map(({ employeeId }) => employeeId),
    ],
    appeals: rows.map((row) => row.appealId),
    counterparties: rows.map((row) => row.counterpartyId),
  });
  const leads = await listLeadsOfNextReactions(
    db,
    rows.map((row) => row.id),
  );
  const texts = await textsOfCallers(db, rows);
  const cardsOf = await cardsOfNumbers(
    db,
    person,
    rows.flatMap((row) => (row.counterpartyId === null ? (row.callerE164 ?? []) : [])),
  );
  const phonesOf = await phonesOfCards(
    db,
    rows.filter((row) => row.endedAt === null && mayFulfil(person, row)),
  );
  const workOfFolders = await listWorkOfFolders(
    db,
    person,
    await listOpenFoldersOfAppeals(
      db,
      rows.flatMap(({ appealId, counterpartyId, endedAt }) =>
        appealId !== null && counterpartyId !== null && endedAt === null ? { appealId, counterpartyId } : [],
      ),
    ),
  );
  const leadOf = new Map(leads.map((lead) => [lead.nextReactionId, lead]));
  return rows.map((row) => {
    const isOpen = row.endedAt === null;
    const mayAct = isOpen && mayFulfil(person, row);
    const folder = workOfFolders.get(row.id);
    const hours = directory.hours(row.responsibleDepartmentId);
    const lead = leadOf.get(row.id);
    const isWaiting = lead !== undefined && isLeadWaiting(lead);
    const isSettled = !isWaiting || maySettleUnaccepted(person, row);
    return {
      id: row.id,
      kind: row.kind,
      topic: row.topic,
      appeal: directory.appeal(row.appealId),
      project: directory.projectOfAppeal(row.appealId),
      counterparty: directory.counterparty(row.counterpartyId),
      callId: row.callId,
      callerE164: row.callerE164,
      callerText: texts.get(row.id) ?? null,
      cardsOfNumber: row.counterpartyId === null ? cardsOf(row.callerE164) : [],
      phones: mayAct ? (phonesOf.get(row.counterpartyId ?? '') ?? []) : [],
      folder: isOpen && folder ? { id: folder.id, number: folder.number } : null,
      reactionId: row.reactionId,
      department: directory.department(row.responsibleDepartmentId),
      employee: directory.employee(row.responsibleEmployeeId),
      startedAt: row.startedAt,
      dueAt: row.dueAt,
      isPaused: isOpen && hours !== null && isPaused(hours, now),
      shownTo: describeShown(shown.get(row.id), directory),
      postponedCount: row.postponedCount,
      createdAt: row.createdAt,
      createdBy: directory.employee(row.createdBy),
      endedAt: row.endedAt,
      endedBy: directory.employee(row.endedBy),
      outcome: row.outcome,
      endReason: row.endReason,
      lead: lead && lead.endedAt === null ? { id: lead.id, acceptedAt: lead.acceptedAt } : null,
      may: {
        act: mayAct,
        fulfil: mayAct && !folder,
        postpone:
          isOpen && !isWaiting && folder?.deliveryNextReactionId !== row.id && mayPostpone(person, row),
        handOver: isOpen && isSettled && mayHandOver(person, row),
        close: mayAct && isSettled && !folder,
      },
      version: row.version,
    };
  });
}

/** The numbers of the cards that can be dialled, each once, by the ids of the cards. */
async function phonesOfCards(
  db: Db,
  rows: readonly NextReactionRow[],
): Promise<Map<string, NextReactionView['phones']>> {
  const cards = new Set(rows.flatMap(({ counterpartyId }) => counterpartyId ?? []));
  const phones = (await listPhonesOfCounterparties(db, [...cards])).filter(({ e164 }) => e164 !== null);
  return new Map(
    [...Map.groupBy(phones, ({ counterpartyId }) => counterpartyId)].map(([id, ofCard]) => [
      id,
      [...new Map(ofCard.map((phone) => [`${phone.e164} ${phone.extension ?? ''}`, phone])).values()]
        .slice(0, mostPhones)
        .map(({ raw, e164, extension }) => ({ raw, e164, extension })),
    ]),
  );
}

/** The last open escalation of each, by the ids of the rows; only what is open and overdue can have one. */
async function shownTo(db: Db, rows: readonly NextReactionRow[]): Promise<Map<string, SlipRow>> {
  const open = rows.filter(({ endedAt }) => endedAt === null).map(({ id }) => id);
  const slips = await listSlipsOf(db, open);
  return new Map(
    slips
      .filter(({ kind, settledAt }) => kind === 'escalation' && settledAt === null)
      .map((slip) => [slip.nextReactionId, slip]),
  );
}

function describeShown(slip: SlipRow | undefined, directory: Directory): NextReactionView['shownTo'] {
  if (!slip || slip.listener === 'clientManager') return null;
  return { listener: slip.listener, employee: directory.employee(slip.employeeId), at: slip.at };
}

/** The numbers of callers as people write them, and what the line told of those without, by the ids of their rows. */
async function textsOfCallers(db: Db, rows: readonly NextReactionRow[]): Promise<Map<string, string>> {
  const numberless = rows.filter(({ kind, callerE164 }) => kind === 'missedCall' && callerE164 === null);
  const calls = await listCallsByIds(
    db,
    numberless.flatMap(({ callId }) => callId ?? []),
  );
  const textOf = new Map(calls.map(({ id, callerText }) => [id, callerText]));
  const numbered = rows.flatMap(({ id, callerE164 }) =>
    callerE164 === null ? [] : [{ id, e164: callerE164 }],
  );
  const codeLengthOf = numbered.length > 0 ? await readCodeLengths(db) : () => null;
  return new Map([
    ...numberless.map(({ id, callId }) => [id, textOf.get(callId ?? '') ?? ''] as const),
    ...numbered.map(({ id, e164 }) => [id, formatPhone({ e164 }, { codeLengthOf })] as const),
  ]);
}

/** The history of next reactions, by their ids, with the people and departments named. */
export async function describeNextReactionChanges(
  db: Db,
  rows: readonly NextReactionChangeRow[],
): Promise<Map<string, NextReactionChangeView[]>> {
  const directory = await readDirectory(db, {
    employees: rows.flatMap((row) => [
      row.employeeId,
      asId(row.from.responsibleEmployeeId),
      asId(row.to.responsibleEmployeeId),
    ]),
  });
  const views = new Map<string, NextReactionChangeView[]>();
  for (const row of rows) {
    const changes = views.get(row.nextReactionId) ?? [];
    changes.push({
      at: row.at,
      employeeName: directory.employee(row.employeeId)?.name ?? null,
      what: row.what,
      from: describeSide(directory, row.from),
      to: describeSide(directory, row.to),
      reason: row.reason,
    });
    views.set(row.nextReactionId, changes);
  }
  return views;
}

function describeSide(directory: Directory, side: Record<string, unknown>) {
  const departmentId = asId(side.responsibleDepartmentId);
  return {
    responsible:
      directory.employee(asId(side.responsibleEmployeeId))?.name ??
      (departmentId ? directory.department(departmentId).name : null),
    dueAt: typeof side.dueAt === 'number' ? side.dueAt : null,
  };
}

const asId = (value: unknown) => (typeof value === 'string' ? value : null);
