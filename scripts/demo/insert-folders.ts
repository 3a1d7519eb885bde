import type { Db } from '@/db/store';
import { dayMs, hourMs } from '@/lib/domain/duration';
import { factsOfStep, hashOfSigned, type SignedContent } from '@/lib/domain/folders/signed-content';
import type { FolderStep } from '@/lib/domain/folders/step';
import type { Chronicle } from './chronicle';
import type { DemoEmployee } from './company';
import type { DemoCounterparty } from './counterparties';
import { insertAll } from './insert-all';

type Row<Table extends keyof Db['t']> = Db['t'][Table]['$inferSelect'];
type Sold = { counterparty: DemoCounterparty; purchase: Row<'purchases'>; number: number };

/** Two clients who have paid: the folder of one waits to be taken over, on the other's somebody works (ON-1, ON-2). */
export async function insertFolders(
  db: Db,
  chronicle: Chronicle,
  counterparties: readonly DemoCounterparty[],
): Promise<void> {
  const sold = await lastSold(db, counterparties);
  const told = sold.map((one, at) => tellFolder(chronicle, one, at === 0));
  const folders = told.map(({ folder }) => folder);
  await insertAll(db, db.t.folders, folders);
  await insertAll(
    db,
    db.t.folderPurchases,
    sold.map(({ purchase }, at) => ({ folderId: folders[at]!.id, purchaseId: purchase.id })),
  );
  const signatures: Row<'folderSignatures'>[] = [];
  for (const { folder, by } of told)
    if (by) {
      const { purchase } = sold[folders.indexOf(folder)]!;
      for (const step of ['folderComplete', 'signatures', 'courierCalled'] as const)
        signatures.push(await signed(chronicle, folder, step, by, purchase));
    }
  await insertAll(db, db.t.folderSignatures, signatures);
  await insertAll(db, db.t.counters, [{ name: 'folder', value: folders.length }]);
}

/** Two clients from the end of the list with something paid for. */
async function lastSold(db: Db, counterparties: readonly DemoCounterparty[]): Promise<Sold[]> {
  const purchases = await db.q.select().from(db.t.purchases);
  const paid = purchases.filter(
    ({ paidOn, projectId, contractNumber }) => paidOn !== null && projectId !== null && contractNumber !== '',
  );
  return counterparties
    .filter(({ status }) => status === 'client')
    .flatMap((counterparty) => {
      const purchase = paid.find(({ counterpartyId }) => counterpartyId === counterparty.id);
      return purchase ? [{ counterparty, purchase }] : [];
    })
    .slice(-2)
    .map((one, at) => ({ ...one, number: at + 1 }));
}

function tellFolder(chronicle: Chronicle, { counterparty, purchase, number }: Sold, isTaken: boolean) {
  const { random, company, now } = chronicle;
  const sales = company.employees.find(({ departmentKind }) => departmentKind === 'sales')!;
  const by = company.employees.find(({ departmentKind }) => departmentKind === 'client')!;
  const at = now - (isTaken ? 3 : 1) * dayMs;
  const appeal = chronicle.appeal({
    counterparty,
    topic: `папка клиента № ${number}: ${counterparty.project}, ${purchase.contractNumber}`,
    project: counterparty.project,
    note: '',
    at,
    by: sales,
  });
  const handedOver = chronicle.reaction({ appeal, type: 'other', at, by: sales, note: '' });
  const { id: clientId } = company.departments.client;
  const toTake = chronicle.nextReaction({
    appeal,
    reaction: handedOver,
    topic: `принять папку клиента № ${number}`,
    departmentId: clientId,
    dueAt: at + dayMs + hourMs,
  });
  const folder = folderRow(random.idAt(at), { counterparty, purchase, number }, at, sales.id);
  Object.assign(folder, { appealId: appeal.id, workNextReactionId: toTake.id });
  if (!isTaken) return { folder, by: null };
  const takenAt = at + 2 * hourMs;
  const taken = chronicle.reaction({ appeal, type: 'other', at: takenAt, by, note: '' });
  chronicle.fulfil(toTake, taken);
  const work = chronicle.nextReaction({
    appeal,
    reaction: taken,
    topic: `подготовить папку клиента № ${number}`,
    departmentId: clientId,
    employeeId: by.id,
    dueAt: now + 4 * dayMs,
  });
  const key = chronicle.nextReaction({
    appeal,
    reaction: taken,
    topic: `выдать ключ и диск по папке № ${number}`,
    departmentId: company.departments.support.id,
    dueAt: now + 5 * hourMs,
  });
  Object.assign(folder, {
    state: 'inWork',
    takenBy: by.id,
    takenAt,
    workNextReactionId: work.id,
    keyNextReactionId: key.id,
    courier: {
      ...{ name: 'Даймакс', phone: '94-08-53', prefix: '2', days: 5 },
      pickupOn: new Date(now + 2 * dayMs).toISOString().slice(0, 10),
    },
    courierOrderedAt: takenAt + hourMs,
    courierOrderedBy: by.id,
  } satisfies Partial<Row<'folders'>>);
  return { folder, by };
}

function folderRow(
  id: string,
  { counterparty, number }: Sold,
  at: number,
  salesManagerId: string,
): Row<'folders'> {
  return {
    id,
    number,
    counterpartyId: counterparty.id,
    appealId: '',
    state: 'incoming',
    salesManagerId,
    handedOverBy: salesManagerId,
    handedOverAt: at,
    city: counterparty.city.name,
    contactPerson: counterparty.contactPerson,
    phone: counterparty.phones[0]?.raw ?? '',
    invoiceNumber: `${100 + number}`,
    contractCopies: 3,
    invoiceCopies: 2,
    hasParts: true,
    hasServices: false,
    note: '',
    takenBy: null,
    takenAt: null,
    workNextReactionId: '',
    signaturesAskedAt: null,
    signaturesNextReactionId: null,
    signaturesGivenAt: null,
    signaturesGivenBy: null,
    courier: null,
    courierOrderedAt: null,
    courierOrderedBy: null,
    keyNextReactionId: null,
    keyConfirmedAt: null,
    keyConfirmedBy: null,
    welcomeCallId: null,
    welcomedAt: null,
    welcomeNote: null,
    contactsLetterId: null,
    deliveryOn: null,
    deliveryNextReactionId: null,
    collectedAt: null,
    collectedBy: null,
    deliveredAt: null,
    deliveredBy: null,
    version: 1,
  };
}

async function signed(
  { random }: Chronicle,
  folder: Row<'folders'>,
  step: FolderStep,
  by: DemoEmployee,
  purchase: Row<'purchases'>,
): Promise<Row<'folderSignatures'>> {
  const signedAt = folder.courierOrderedAt! + hourMs;
  const content: SignedContent = {
    folder: folder.number,
    step,
    signedBy: by.id,
    signedAt,
    facts: factsOfStep(step, { ...folder, purchases: [purchase], documents: [] }, signedAt),
    salt: random.idAt(signedAt),
  };
  const [surname, ...names] = by.fullName.split(' ');
  return {
    id: random.idAt(signedAt),
    folderId: folder.id,
    step,
    signedBy: by.id,
    signedAs: [surname, ...names.map((name) => `${name[0]}.`)].join('\u00A0'),
    signedAt,
    content,
    hash: await hashOfSigned(content, { ...folder, contracts: [purchase.contractNumber] }),
    reopenedAt: null,
    reopenedBy: null,
    reopenReason: null,
  };
}
