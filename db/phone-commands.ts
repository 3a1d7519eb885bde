import { and, asc, eq, inArray, isNull, lte } from 'drizzle-orm';
import type { PhoneCommand, PhoneCommandState } from '@/lib/domain/telephony';
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
  return db.q.select().from(commands).where(eq(commands.callId, callId)).orderBy(asc(commands.id));
}

/** What is still to be carried out, in order. */
export async function listOpenPhoneCommands(db: Db, callId?: string): Promise<PhoneCommandRow[]> {
  const commands = db.t.phoneCommands;
  return db.q
    .select()
    .from(commands)
    .where(and(isNull(commands.endedAt), callId === undefined ? undefined : eq(commands.callId, callId)))
    .orderBy(asc(commands.id));
}

/** Takes a waiting command for carrying out: false when somebody else did, or it is not to be done any more. */
export async function updatePhoneCommandStarted(db: Db, id: number, startedAt: number): Promise<boolean> {
  const commands = db.t.phoneCommands;
  const started = await db.q
    .update(commands)
    .set({ state: 'started', startedAt })
    .where(and(eq(commands.id, id), eq(commands.state, 'pending'), lte(commands.nextAttemptAt, startedAt)))
    .returning({ id: commands.id });
  return started.length > 0;
}

/** Changes a command that is still in that state: false when it is not. */
export async function updatePhoneCommand(
  db: Db,
  id: number,
  from: PhoneCommandState,
  change: Partial<Omit<PhoneCommandRow, 'id' | 'callId' | 'command'>>,
): Promise<boolean> {
  const commands = db.t.phoneCommands;
  const changed = await db.q
    .update(commands)
    .set(change)
    .where(and(eq(commands.id, id), eq(commands.state, from)))
    .returning({ id: commands.id });
  return changed.length > 0;
}

export async function updatePhoneCommandsVoid(db: Db, ids: number[], endedAt: number): Promise<void> {
  if (ids.length === 0) return;
  const commands = db.t.phoneCommands;
  await db.q
    .update(commands)
    .set({ state: 'void', endedAt })
    .where(and(inArray(commands.id, ids), eq(commands.state, 'pending')));
}
