import { getFolderOfPurchase } from '@/db/folders';
import type { PurchaseRow } from '@/db/purchases';
import { type FieldErrors, Refusal } from '@/lib/domain/errors';
import type { PurchaseInput } from '@/lib/domain/purchases/purchases.contract';
import type { Tx } from '@/lib/operations/context';

/** ON-1: what lies in a folder stays. @throws Refusal `notPossibleNow` with the number of the folder */
export async function refuseRemovalFromFolder(tx: Tx, { id }: PurchaseRow): Promise<void> {
  const folder = await getFolderOfPurchase(tx, id);
  if (!folder) return;
  throw new Refusal('notPossibleNow', 'the purchase lies in a folder', {}, inFolder(folder));
}

/**
 * ON-1: what lies in a folder keeps its product, its contract and its payment.
 * @throws Refusal `invalid` at each that was emptied, with the number of the folder
 */
export async function refuseEmptiedInFolder(
  tx: Tx,
  purchase: PurchaseRow,
  { projectId, contractNumber, paidOn }: PurchaseInput,
): Promise<void> {
  const fields: FieldErrors = {};
  if (purchase.projectId && !projectId) fields.projectId = 'required';
  if (purchase.contractNumber && !contractNumber) fields.contractNumber = 'required';
  if (purchase.paidOn && !paidOn) fields.paidOn = 'required';
  if (Object.keys(fields).length === 0) return;
  const folder = await getFolderOfPurchase(tx, purchase.id);
  if (folder) throw new Refusal('invalid', 'the purchase lies in a folder', fields, inFolder(folder));
}

const inFolder = ({ number }: { number: number }) => ({ reason: 'inFolder', folderNumber: number });
