import type { AppealRow } from '@/db/appeals';
import { listOpenComplaintsOfAppeal } from '@/db/complaints';
import { maySeeComplaint } from '@/lib/domain/complaints/complaint-rights';
import type { Person } from '@/lib/domain/employees/employee';
import { Refusal } from '@/lib/domain/errors';
import type { Tx } from '@/lib/operations/context';

/**
 * SA-3: nobody ends by the way what a complaint left to do: it ends with the complaint.
 * @throws Refusal `notPossibleNow` while a complaint of the appeal is open, with the complaint for whoever may see it
 */
export async function refuseOpenComplaint(tx: Tx, person: Person, appeal: AppealRow): Promise<void> {
  const [complaint] = await listOpenComplaintsOfAppeal(tx, appeal);
  if (!complaint) return;
  const { id, number, departmentId, ownerId, createdBy } = complaint;
  const maySee = maySeeComplaint(person, { departmentId, ownerId, takenDownBy: createdBy });
  throw new Refusal(
    'notPossibleNow',
    'a complaint of the appeal is open',
    {},
    { reason: 'complaintOpen', number, complaintId: maySee ? id : null },
  );
}
