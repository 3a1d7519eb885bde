import { listWorkingEmployees } from '@/db/employees';
import type { PresenceView } from '@/lib/domain/employees/presence.contract';
import { type Context, signedIn } from '@/lib/operations/context';
import { viewPresences } from './presence-view';

/** Everybody's presence, by surname; `now` (epoch ms) is the clock that the times in state are counted by. */
export async function listPresence(
  context: Context,
  { departmentId }: { departmentId?: string },
): Promise<{ now: number; rows: PresenceView[] }> {
  signedIn(context);
  const now = context.now();
  const employees = await listWorkingEmployees(context.read, departmentId);
  return { now, rows: await viewPresences(context.read, employees, now) };
}
