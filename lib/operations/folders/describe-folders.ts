import type { Db } from '@/db/store';
import type { DepartmentKind } from '@/lib/domain/employees/roles';
import { type Wait, waitsOf } from '@/lib/domain/folders/folder-state';
import type { FolderRowView } from '@/lib/domain/folders/folder-views';
import { requiredSteps } from '@/lib/domain/folders/step';
import { type Directory, readDirectory } from '@/lib/operations/reactions/directory';
import { stateOfWhole, type WholeFolder } from './read-folders';
import { isSignatureIntact } from './signed-folder';

const departmentOf: Record<Wait, DepartmentKind> = {
  takeOver: 'client',
  settleDeviation: 'sales',
  giveSignatures: 'client',
  confirmKey: 'support',
  signSteps: 'client',
  collectParcel: 'client',
  confirmDelivery: 'client',
};

/** What no person is asked for, but a department or its head. */
const ofNobody: ReadonlySet<Wait> = new Set(['takeOver', 'giveSignatures', 'confirmKey']);

/** Folders as the board shows them. `today`: `YYYY-MM-DD` by our clock. */
export async function describeFolders(
  db: Db,
  folders: readonly WholeFolder[],
  today: string,
): Promise<FolderRowView[]> {
  const directory = await readDirectory(db, {
    counterparties: folders.map(({ row }) => row.counterpartyId),
    employees: folders.flatMap(({ row }) => [row.salesManagerId, row.takenBy]),
  });
  return Promise.all(folders.map((folder) => describeFolder(folder, directory, today)));
}

async function describeFolder(
  folder: WholeFolder,
  directory: Directory,
  today: string,
): Promise<FolderRowView> {
  const { row, facts, products, contracts, signatures } = folder;
  const isDone = row.state === 'done';
  const state = isDone ? row.state : stateOfWhole(folder);
  const required = requiredSteps(facts);
  const given = signatures.filter(({ step, reopenedAt }) => reopenedAt === null && required.includes(step));
  const intact = await Promise.all(given.map((signature) => isSignatureIntact(folder, signature)));
  const employeeOf = (wait: Wait) => {
    if (wait === 'settleDeviation') return directory.employee(row.salesManagerId);
    return ofNobody.has(wait) ? null : directory.employee(row.takenBy);
  };
  return {
    id: row.id,
    number: row.number,
    state,
    counterparty: directory.counterparty(row.counterpartyId) ?? {
      id: row.counterpartyId,
      name: '',
      status: 'client',
    },
    products: products.map(({ name }) => name),
    contracts,
    salesManager: directory.employee(row.salesManagerId),
    takenBy: directory.employee(row.takenBy),
    handedOverAt: row.handedOverAt,
    deliveryOn: row.deliveryOn,
    isDeliveryOverdue:
      !isDone && row.deliveredAt === null && row.deliveryOn !== null && row.deliveryOn < today,
    signedCount: intact.filter(Boolean).length,
    requiredCount: required.length,
    waitsFor: (isDone ? [] : waitsOf(facts)).map((what) => ({
      what,
      employee: employeeOf(what),
      departmentKind: departmentOf[what],
    })),
  };
}
