import { getAppeal } from '@/db/appeals';
import { getDepartment } from '@/db/departments';
import { listNextReactionsOfReactions, type NextReactionRow } from '@/db/next-reactions';
import { listReactionsOfCall } from '@/db/reactions';
import type { Db } from '@/db/store';
import { agreedDues } from '@/lib/domain/call-scripts/conversation';
import type { Written, WrittenNextReaction } from '@/lib/domain/call-scripts/route-contract';
import type { CallRoute } from '@/lib/domain/calls/route';
import type { BusinessHours } from '@/lib/domain/deadlines/business-hours';
import { hoursOf } from '@/lib/domain/deadlines/business-hours';
import type { Responsible } from '@/lib/domain/reactions/records';
import type { Tx } from '@/lib/operations/context';
import { findResponsible } from '@/lib/operations/reactions/find-responsible';
import { promiseClock, promiseLengthMs } from '@/lib/operations/reactions/promise-clock';

/** The card and appeal that stood there before the act; what it used beside them it made. */
export type StoodBefore = { cards: ReadonlySet<string>; appeals: ReadonlySet<string> };

/** What the call script of a call has written, read back from its rows. */
export async function readWritten(
  tx: Tx,
  callId: string,
  route: CallRoute,
  before: StoodBefore,
  day?: string,
): Promise<Pick<Written, 'cards' | 'appeals' | 'reactions' | 'nextReactions'>> {
  const reactions = await listScriptReactions(tx, callId);
  const next = await listNextReactionsOfReactions(
    tx,
    reactions.map(({ id }) => id),
  );
  const appealIds = new Set([...reactions, ...next].flatMap(({ appealId }) => appealId ?? []));
  const cardIds = new Set(next.flatMap(({ counterpartyId }) => counterpartyId ?? []));
  for (const id of appealIds) {
    const appeal = await getAppeal(tx, id);
    if (appeal) cardIds.add(appeal.counterpartyId);
  }
  const lengthMs = await promiseLengthMs(tx, route);
  const nextReactions: Written['nextReactions'][number][] = [];
  for (const row of next) nextReactions.push(await readingsOf(tx, row, lengthMs, day));
  return {
    cards: [...cardIds].map((id) => (before.cards.has(id) ? 'existing' : 'new')),
    appeals: [...appealIds].map((id) => (before.appeals.has(id) ? 'existing' : 'new')),
    reactions: reactions.map(({ type }) => type),
    nextReactions,
  };
}

/** A reaction written down by «+» during the call has no route and is no part of what the call script wrote. */
export async function listScriptReactions(db: Db, callId: string) {
  return (await listReactionsOfCall(db, callId)).filter(({ route }) => route !== null);
}

/** One person may be a head and the director, and a department stands in for a head it does not have: all are named. */
async function readingsOf(
  tx: Tx,
  next: NextReactionRow,
  lengthMs: number,
  day: string | undefined,
): Promise<Written['nextReactions'][number]> {
  const department = await getDepartment(tx, next.responsibleDepartmentId);
  if (!department) return [];
  const dueSetting = dueSettingOf(next, hoursOf(department), lengthMs, day);
  const { kind: departmentKind } = department;
  const { responsibleEmployeeId } = next;
  const person: Responsible[] = responsibleEmployeeId
    ? [{ kind: 'employee', employeeId: responsibleEmployeeId }]
    : [];
  const possible: Responsible[] = [
    ...person,
    { kind: 'department', departmentKind },
    { kind: 'headOf', departmentKind },
    { kind: 'generalDirector' },
  ];
  const readings: Responsible[] = [];
  for (const responsible of possible) {
    const { departmentId, employeeId } = await findResponsible(tx, responsible);
    const isOfDepartment = departmentId === next.responsibleDepartmentId;
    if (isOfDepartment && employeeId === next.responsibleEmployeeId) readings.push(responsible);
  }
  return readings.map((responsible) => ({ responsible, dueSetting }));
}

function dueSettingOf(
  next: NextReactionRow,
  hours: BusinessHours | null,
  lengthMs: number,
  day: string | undefined,
): WrittenNextReaction['dueSetting'] {
  const isOf = (due: Parameters<typeof promiseClock>[0]) => {
    const { startedAt, dueAt } = promiseClock(due, hours, next.createdAt, lengthMs);
    return startedAt === next.startedAt && dueAt === next.dueAt;
  };
  if (day && isOf({ dueSetting: 'onDay', day })) return 'onDay';
  const known = ['minute', 'atOnce', ...agreedDues] as const;
  return known.find((dueSetting) => isOf({ dueSetting })) ?? 'atAnotherTime';
}
