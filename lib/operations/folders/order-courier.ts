import { invalid } from '@/lib/domain/errors';
import { pickupProblem } from '@/lib/domain/folders/courier';
import type { CourierOrder } from '@/lib/domain/folders/folders.contract';
import { type Context, signedIn } from '@/lib/operations/context';
import { todayInClientDepartment } from '@/lib/operations/departments/client-department';
import { folderToWorkOn, notNow, refuseChanged, saveFolder } from './act-on-folder';

/**
 * ON-2: writes the order given to the courier down: how long the way to the client's city takes, and when the parcel is
 * picked up. The number is kept as it was typed, with its office prefix.
 * @throws Refusal `notFound`, `forbidden`, `invalid` for a day that has passed or is too far ahead, `conflict` when the folder was
 * changed since that version, `notPossibleNow` without a parcel, or while the step is signed
 */
export async function orderCourier(
  context: Context,
  { folderId, version: basedOn, ...courier }: CourierOrder & { folderId: string; version: number },
): Promise<{ folderId: string; version: number }> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const { row, facts } = await folderToWorkOn(tx, person, folderId);
    if (!row.hasParts) throw notNow('noParcel');
    if (row.collectedAt !== null) throw notNow('alreadyCollected');
    if (facts.signed.has('courierCalled')) throw notNow('signedAlready');
    refuseChanged(row, basedOn);
    const problem = pickupProblem(courier.pickupOn, await todayInClientDepartment(tx, context.now()));
    if (problem) throw invalid({ pickupOn: problem });
    if (row.deliveryOn !== null && courier.pickupOn > row.deliveryOn) {
      throw invalid({ pickupOn: 'folders.errors.afterDelivery' });
    }
    const { version } = await saveFolder(tx, row, {
      courier,
      courierOrderedAt: context.now(),
      courierOrderedBy: person.id,
    });
    return { folderId, version };
  });
}
