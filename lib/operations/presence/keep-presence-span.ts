import { getEmployee } from '@/db/employees';
import {
  findAfterCallSpan,
  findOpenPresenceSpan,
  insertPresenceSpan,
  listOpenPresenceSpans,
  updatePresenceSpanEnd,
} from '@/db/presence-spans';
import { getPresenceForUpdate, listHeard } from '@/db/presences';
import { chosenAt, connectionLostAfterMs, whyUnreachable } from '@/lib/domain/employees/presence';
import { longestSpanMs, trackedOf } from '@/lib/domain/reports/presence-span';
import type { Context, Tx } from '@/lib/operations/context';

/**
 * Keeps what the person is from now on, for the reports: called wherever their choice or their reach changes. `at` (epoch
 * ms): when what they were ended, if that is known to be earlier than now.
 */
export async function keepPresenceSpan(
  tx: Tx,
  context: Context,
  employeeId: string,
  at: number = context.now(),
): Promise<void> {
  const now = context.now();
  const employee = await getEmployee(tx, employeeId);
  if (!employee) return;
  const presence = await getPresenceForUpdate(tx, employeeId, now);
  const heard = (await listHeard(tx, [employeeId], now - connectionLostAfterMs)).get(employeeId) ?? null;
  const { phoneKind, departmentId, disabledAt } = employee;
  const isReachable =
    disabledAt === null && whyUnreachable({ heard, phoneKind, frozenAt: null, now }) === null;
  const state = trackedOf(chosenAt(presence, now), isReachable);
  const open = await findOpenPresenceSpan(tx, employeeId);
  if (open && open.state === state && open.departmentId === departmentId) return;
  if (open) await updatePresenceSpanEnd(tx, open.id, Math.max(open.startedAt, at));
  if (state === null) return;
  const id = context.newId();
  await insertPresenceSpan(tx, { id, employeeId, departmentId, state, startedAt: now, endedAt: null });
}

/** The person's time after a call begins; an earlier one that still runs ends by it. */
export async function keepAfterCall(
  tx: Tx,
  context: Context,
  employeeId: string,
  until: number,
): Promise<void> {
  const now = context.now();
  const employee = await getEmployee(tx, employeeId);
  if (!employee) return;
  await moveAfterCall(tx, context, employeeId, now);
  const { departmentId } = employee;
  const span = { employeeId, departmentId, state: 'afterCall' as const, startedAt: now, endedAt: until };
  await insertPresenceSpan(tx, { id: context.newId(), ...span });
}

/** The person's time after a call ends at another moment (epoch ms). */
export async function moveAfterCall(
  tx: Tx,
  context: Context,
  employeeId: string,
  endsAt: number,
): Promise<void> {
  const now = context.now();
  const running = await findAfterCallSpan(tx, employeeId, {
    endsAfter: now,
    startedSince: now - longestSpanMs,
  });
  if (running) await updatePresenceSpanEnd(tx, running.id, endsAt);
}

/** Long spans are cut in two, so that no report has to look far back for the beginning of one. For the hourly round. */
export async function cutLongPresenceSpans(context: Context): Promise<void> {
  await context.tx(async (tx) => {
    const now = context.now();
    for (const span of await listOpenPresenceSpans(tx, now - longestSpanMs / 2)) {
      await updatePresenceSpanEnd(tx, span.id, now);
      await insertPresenceSpan(tx, { ...span, id: context.newId(), startedAt: now });
    }
  });
}
