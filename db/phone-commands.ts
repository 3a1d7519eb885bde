import { and, asc, desc, eq, gte, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import type { PhoneCommand } from '@/lib/domain/telephony';
import type { CallRow } from './calls';
import { prepared } from './prepared';
import type { Db } from './store';

export type PhoneCommandRow = Db['t']['phoneCommands']['$inferSelect'];

export async function insertPhoneCommand(
  db: Db,
  row: { callId: string; command: PhoneCommand; createdAt: number },
): Promise<void> {
  await db.q
    .insert(db.t.phoneCommands)
    .values({ ...row, state: 'pending', attempts: 0, nextAttemptAt: row.createdAt });
}

/** Every command of a call, in the order in which they are carried out. */
export async function listPhoneCommands(db: Db, callId: string): Promise<PhoneCommandRow[]> {
  const commands = db.t.phoneCommands;
  const select = prepared(db, 'listPhoneCommands', () =>
    db.q
      .select()
      .from(commands)
      .where(eq(commands.callId, sql.placeholder('callId')))
      .orderBy(asc(commands.id)),
  );
  return select.execute({ callId });
}

/** What is still to be carried out, in order. */
export async function listOpenPhoneCommands(db: Db, callId?: string): Promise<PhoneCommandRow[]> {
  const commands = db.t.phoneCommands;
  const open = (where?: SQL) =>
    db.q
      .select()
      .from(commands)
      .where(and(isNull(commands.endedAt), where))
      .orderBy(asc(commands.id));
  if (callId === undefined) return prepared(db, 'listOpenPhoneCommands', () => open()).execute();
  return open(eq(commands.callId, callId));
}

/** Commands given up on calls of a department or of one person that arrived since then (epoch ms), the latest call first. */
export async function listGivenUpCommands(
  db: Db,
  of: { departmentId: string; ownerId: string; arrivedSince: number },
): Promise<{ command: PhoneCommandRow; call: CallRow }[]> {
  const { calls, phoneCommands: commands } = db.t;
  return db.q
    .select({ command: commands, call: calls })
    .from(calls)
    .innerJoin(commands, eq(commands.callId, calls.id))
    .where(
      and(
        gte(calls.arrivedAt, of.arrivedSince),
        or(eq(calls.departmentId, of.departmentId), eq(calls.ownerId, of.ownerId)),
        inArray(commands.state, ['failed', 'needsPerson']),
      ),
    )
    .orderBy(desc(calls.arrivedAt), desc(commands.id));
}

/** What a change of a command goes by: it is refused when somebody else has begun another attempt. */
export type PhoneCommandAttempt = Pick<PhoneCommandRow, 'id' | 'state' | 'attempts'>;

/** Takes a waiting command for one more attempt: false when somebody else did, or it is not to be done any more. */
export async function updatePhoneCommandStarted(
  db: Db,
  { id, attempts }: PhoneCommandAttempt,
  { startedAt, nextAttemptAt }: { startedAt: number; nextAttemptAt: number },
): Promise<boolean> {
  const commands = db.t.phoneCommands;
  const started = await db.q
    .update(commands)
    .set({ state: 'started', startedAt, nextAttemptAt, attempts: attempts + 1 })
    .where(and(isAttempt(db, { id, attempts, state: 'pending' }), lte(commands.nextAttemptAt, startedAt)))
    .returning({ id: commands.id });
  return started.length > 0;
}

/** Changes a command that is still at that attempt: false when it is not. */
export async function updatePhoneCommand(
  db: Db,
  attempt: PhoneCommandAttempt,
  change: Partial<Omit<PhoneCommandRow, 'id' | 'callId' | 'command'>>,
): Promise<boolean> {
  const commands = db.t.phoneCommands;
  const changed = await db.q
    .update(commands)
    .set(change)
    .where(isAttempt(db, attempt))
    .returning({ id: commands.id });
  return changed.length > 0;
}

function isAttempt({ t: { phoneCommands } }: Db, { id, state, attempts }: PhoneCommandAttempt) {
  return and(eq(phoneCommands.id, id), eq(phoneCommands.state, state), eq(phoneCommands.attempts, attempts));
}

export async function updatePhoneCommandsVoid(db: Db, ids: number[], endedAt: number): Promise<void> {
  if (ids.length === 0) return;
  const commands = db.t.phoneCommands;
  await db.q
    .update(commands)
    .set({ state: 'void', endedAt })
    .where(and(inArray(commands.id, ids), eq(commands.state, 'pending')));
}
