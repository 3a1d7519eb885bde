import { type CallClaimRow, findLastClaimOf } from '@/db/call-claims';
import { findLastSupervisionBy, listCallSupervisions } from '@/db/call-supervisions';
import { getCall } from '@/db/calls';
import type { SupervisionNews } from '@/lib/domain/calls/call-view';
import { type Context, signedIn } from '@/lib/operations/context';
import { shortNames } from '@/lib/operations/employees/short-names';

const newForMs = 120_000;

/**
 * What has just ended for the person without their doing, for some minutes: the conversation they were in, and why; a call
 * that was taken over from them, and by whom (S5); a request for advice they took up and did not come to (S4).
 */
export async function listSupervisionNews(context: Context): Promise<SupervisionNews[]> {
  const person = signedIn(context);
  const db = context.read;
  const since = context.now() - newForMs;
  const ended = await findLastSupervisionBy(db, person.id);
  const claim = await findLastClaimOf(db, person.id);
  const news: (Omit<SupervisionNews, 'employee'> & { employeeId: string | null })[] = [];
  if (ended?.endedAt && ended.endedAt > since && ended.endReason) {
    const { callId, generation, endedAt: at, endReason: what, supervisedId: employeeId } = ended;
    news.push({ key: `${callId}:${generation}:${what}`, callId, at, employeeId, what });
  }
  if (claim?.releasedAt && claim.releasedAt > since && claim.releaseReason === 'supervisor.tookOver') {
    const { callId, generation, releasedAt: at } = claim;
    const by = (await listCallSupervisions(db, callId)).find(
      ({ endReason, endedAt }) => endReason === 'tookOver' && endedAt === at,
    );
    const what = 'takenFromYou';
    news.push({
      key: `${callId}:${generation}:${what}`,
      callId,
      at,
      employeeId: by?.employeeId ?? null,
      what,
    });
  }
  const what = claim && endOfAdvice(claim);
  if (claim?.releasedAt && claim.releasedAt > since && what) {
    const { callId, generation, releasedAt: at } = claim;
    const call = await getCall(db, callId);
    const employeeId = call?.claimedBy ?? call?.ownerId ?? null;
    news.push({ key: `${callId}:${generation}:${what}`, callId, at, employeeId, what });
  }
  const names = await shortNames(
    db,
    news.map(({ employeeId }) => employeeId),
  );
  return news.map(({ employeeId, ...one }) => {
    const name = employeeId === null ? undefined : names.get(employeeId);
    return { ...one, employee: employeeId === null || name === undefined ? null : { id: employeeId, name } };
  });
}

/** How a request for advice ended that the person had taken up and was not on the line for. */
function endOfAdvice({ purpose, joinedAt, releaseReason }: CallClaimRow): SupervisionNews['what'] | null {
  if (purpose !== 'consult' || joinedAt !== null) return null;
  return notReached.has(releaseReason ?? '') ? 'adviceNotReached' : 'adviceWithdrawn';
}

const notReached: ReadonlySet<string> = new Set(['employee.notReached', 'claim.lapsed']);
