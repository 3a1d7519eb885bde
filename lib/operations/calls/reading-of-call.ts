import { listCallClaims } from '@/db/call-claims';
import { listOpenCallOffers } from '@/db/call-offers';
import type { CallRow } from '@/db/calls';
import { getEmployee } from '@/db/employees';
import type { Db } from '@/db/store';
import { type CallReading, readingOf } from '@/lib/domain/calls/reading-rights';
import type { Person } from '@/lib/domain/employees/employee';

/** What of a call this person may read as it stands now. */
export async function readingOfCall(db: Db, call: CallRow, person: Person): Promise<CallReading> {
  const isOver = call.endedAt !== null;
  const offers = isOver ? [] : await listOpenCallOffers(db, call.id);
  const claims = await listCallClaims(db, call.id);
  return readingOf(person, {
    owner: call.ownerId ? await getEmployee(db, call.ownerId) : null,
    isHolder: !isOver && [call.claimedBy, call.consultedId, call.supervisedBy].includes(person.id),
    tookHandOver: claims.some(
      ({ employeeId, purpose, joinedAt }) =>
        employeeId === person.id && purpose === 'handOver' && joinedAt !== null,
    ),
    offered: offers.find(({ employeeId }) => employeeId === person.id)?.purpose ?? null,
  });
}
