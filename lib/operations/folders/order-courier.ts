import type { FolderRow } from '@/db/folders';
import type { Person } from '@/lib/domain/employees/employee';
import { invalid } from '@/lib/domain/errors';
import { arrivesOn, pickupProblem } from '@/lib/domain/folders/courier';
import type { CourierOrder } from '@/lib/domain/folders/folders.contract';
import { type Context, signedIn, type Tx } from '@/lib/operations/context';
import { todayInClientDepartment } from '@/lib/operations/departments/client-department';
import {
  folderToWorkOn,
  notNow,
  recordFolderAct,
  refuseChanged,
  saveFolder,
  workLeft,
} from './act-on-folder';

/**
 * ON-2: writes the order given to the courier down: how long the way to the client's city takes, and when the parcel is
 * picked up. The number is kept as it was typed, with its office prefix. An order that was signed, and is another now that the
 * head has reopened its step, stays in the history of the appeal.
 * @throws Refusal `notFound`, `forbidden`, `invalid` for a day that has passed or is too far ahead, or a parcel that comes after the planned day, `conflict` when the folder was
 * changed since that version, `notPossibleNow` without a parcel, or while the step is signed
 */
export async function orderCourier(
  context: Context,
  { folderId, version: basedOn, ...courier }: CourierOrder & { folderId: string; version: number },
): Promise<{ folderId: string; version: number }> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const { row, facts, signatures } = await folderToWorkOn(tx, person, folderId);
    if (!row.hasParts) throw notNow('noParcel');
    if (facts.signed.has('courierCalled')) throw notNow('signedAlready');
    refuseChanged(row, basedOn);
    const today = await todayInClientDepartment(tx, context.now());
    const problem = pickupProblem(courier.pickupOn, today, { isCollected: row.collectedAt !== null });
    if (problem) throw invalid({ pickupOn: problem });
    if (row.deliveryOn !== null && courier.pickupOn > row.deliveryOn) {
      throw invalid({ pickupOn: 'folders.errors.afterDelivery' });
    }
    if (row.deliveryOn !== null && row.collectedAt === null && arrivesOn(courier) > row.deliveryOn) {
      throw invalid({ days: 'folders.errors.arrivesAfterDelivery' });
    }
    const wasSigned = signatures.some(({ step }) => step === 'courierCalled');
    const workNextReactionId =
      wasSigned && row.courier
        ? await recordOther(tx, context, person, row, row.courier)
        : row.workNextReactionId;
    const { version } = await saveFolder(tx, row, {
      workNextReactionId,
      courier,
      courierOrderedAt: context.now(),
      courierOrderedBy: person.id,
    });
    return { folderId, version };
  });
}

/** Returns the next reaction that stands for the work on the folder from now on. */
async function recordOther(
  tx: Tx,
  context: Context,
  person: Person,
  row: FolderRow,
  { name, prefix, phone, days, pickupOn }: CourierOrder,
): Promise<string> {
  const { nextReactionIds } = await recordFolderAct(tx, context, person, row, {
    topic: `заказ курьеру по папке № ${row.number} исправлен`,
    note: `Было: ${name}, ${[prefix, phone].filter(Boolean).join(' ')}, забрать ${pickupOn}, дней в пути: ${days}`,
    otherwise: await workLeft(tx, row),
  });
  return nextReactionIds[0] ?? row.workNextReactionId;
}
