import { nextNumber } from '@/db/counters';
import { getDepartment } from '@/db/departments';
import { getEmployee } from '@/db/employees';
import { insertFolder, listPurchasesInFolders } from '@/db/folders';
import { listPurchasesByIds } from '@/db/purchases';
import { invalid } from '@/lib/domain/errors';
import { copiesOfContracts, type HandOverFolder } from '@/lib/domain/folders/folders.contract';
import { defaultAppealType } from '@/lib/domain/reactions/reaction';
import { projectNames } from '@/lib/operations/appeals/project-names';
import { type Context, signedIn, type Tx, tell } from '@/lib/operations/context';
import { addContracts, changeCardOfPurchase, purchaseCard } from '@/lib/operations/purchases/purchase-act';
import { writeRecords } from '@/lib/operations/reactions/write-records';
import { refuseUndiallablePhone } from './title-page-phone';

type Input = HandOverFolder & { counterpartyId: string };

/**
 * ON-1: hands a client who has paid over to the client department as one act: the folder with its title page, and a
 * reaction whose next reaction lies with the client department. Its contracts stand on the card from then on (IN-4).
 * @throws Refusal `notFound`, `forbidden`, `invalid` for purchases that are not the card's, not paid, without a contract or
 * a product, or in another folder, for other copies of the contracts than three of each, for a sales manager who is none, and
 * for a phone that nobody could dial
 */
export async function handOverFolder(
  context: Context,
  input: Input,
): Promise<{ folderId: string; number: number }> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const card = await purchaseCard(tx, person, input.counterpartyId);
    const { contracts, products } = await purchasesToHandOver(tx, input);
    if (input.contractCopies !== copiesOfContracts(contracts)) {
      throw invalid({ contractCopies: 'folders.errors.wrongContractCopies' });
    }
    await refuseNoSalesManager(tx, input.salesManagerId);
    await refuseUndiallablePhone(tx, input);
    const number = await nextNumber(tx, 'folder');
    const written = await writeRecords(tx, context, {
      plan: {
        counterparty: { use: 'existing', id: card.id, complete: {} },
        appeal: {
          use: 'new',
          topic: `папка клиента № ${number}: ${[...products, ...contracts].join(', ')}`.slice(0, 300),
          type: defaultAppealType,
          project: null,
          note: input.note,
        },
        reaction: { type: 'other', topic: 'передача клиента', note: input.note },
        nextReactions: [
          {
            responsible: { kind: 'department', departmentKind: 'client' },
            dueSetting: 'tomorrow',
            topic: `принять папку клиента № ${number}`,
          },
        ],
      },
      callId: null,
      route: null,
      employee: person,
      happenedAt: context.now(),
    });
    const folderId = context.newId();
    const { purchaseIds, counterpartyId: _, ...handedOver } = input;
    await insertFolder(
      tx,
      {
        ...nothingDone,
        ...handedOver,
        id: folderId,
        number,
        counterpartyId: card.id,
        appealId: written.appealId,
        handedOverBy: person.id,
        handedOverAt: context.now(),
        workNextReactionId: written.nextReactionIds[0]!,
      },
      [...new Set(purchaseIds)],
    );
    await changeCardOfPurchase(tx, context, card, {
      contracts: await addContracts(tx, context, card, contracts),
    });
    tell(tx, { noun: 'folder', nounId: folderId });
    return { folderId, number };
  });
}

const nothingDone = {
  state: 'incoming' as const,
  takenBy: null,
  takenAt: null,
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

async function purchasesToHandOver(tx: Tx, { purchaseIds, counterpartyId }: Input) {
  const wrong = (problem: string) => invalid({ purchaseIds: problem });
  const purchases = (await listPurchasesByIds(tx, purchaseIds)).filter(
    (purchase) => purchase.counterpartyId === counterpartyId && purchase.removedAt === null,
  );
  if (purchases.length !== new Set(purchaseIds).size) throw wrong('notAChoice');
  if (purchases.some(({ paidOn }) => paidOn === null)) throw wrong('folders.errors.notPaid');
  if (purchases.some(({ contractNumber }) => contractNumber === '')) throw wrong('folders.errors.noContract');
  if (purchases.some(({ projectId }) => projectId === null)) throw wrong('folders.errors.noProduct');
  if ((await listPurchasesInFolders(tx, purchaseIds)).length > 0) throw wrong('folders.errors.handedOver');
  const names = await projectNames(tx);
  return {
    contracts: [...new Set(purchases.map(({ contractNumber }) => contractNumber))],
    products: [...new Set(purchases.map(({ projectId }) => names.get(projectId!) ?? ''))],
  };
}

/** ON-3: what is not to standard is reported to them. */
async function refuseNoSalesManager(tx: Tx, id: string): Promise<void> {
  const employee = await getEmployee(tx, id);
  const department = employee && (await getDepartment(tx, employee.departmentId));
  if (employee?.disabledAt !== null || department?.kind !== 'sales') {
    throw invalid({ salesManagerId: 'notAChoice' });
  }
}
