import { insertProject } from '@/db/projects';
import type { HandOverFolder } from '@/lib/domain/folders/folders.contract';
import type { FolderStep } from '@/lib/domain/folders/step';
import { purchaseInputSchema } from '@/lib/domain/purchases/purchases.contract';
import type { Context } from '@/lib/operations/context';
import { makeTestCard, phones } from '@/lib/operations/counterparties/testing-cards';
import { recordPurchase } from '@/lib/operations/purchases/record-purchase';
import type { TestWorld } from '@/lib/operations/testing';
import type { TestCompany } from '@/lib/operations/testing-company';
import { getFolder } from './get-folder';
import { handOverFolder } from './hand-over-folder';
import { signStep } from './sign-step';

/** What stands on the title page of a test folder, beside its purchases. */
export const titlePage = {
  salesManagerId: 'pavel',
  city: 'Кемерово',
  contactPerson: 'Иванов Пётр',
  phone: '8 (3842) 58-12-34',
  invoiceNumber: '77',
  contractCopies: 3,
  invoiceCopies: 2,
  hasParts: true,
  hasServices: false,
  note: '',
} satisfies Omit<HandOverFolder, 'purchaseIds'>;

/** A client who has paid for ArchiMed+; returns the ids of the card and of the purchase. */
export async function sellToTestClient(world: TestWorld, company: TestCompany) {
  const row = { name: 'ArchiMed+', sortKey: 'archimed', hasBook: true, createdAt: 0, disabledAt: null };
  await world.store.tx((db) => insertProject(db, { id: 'archimed', ...row }));
  const counterpartyId = await makeTestCard(world, company, {
    name: 'ООО «Ромашка»',
    city: 'Кемерово',
    contactPerson: 'Иванов Пётр',
    phones: phones('8 (3842) 58-12-34'),
  });
  const paid = purchaseInputSchema.parse({
    projectId: 'archimed',
    contractNumber: '2026/118',
    sumKopecks: 12_500_000,
    boughtOn: '2026-10-20',
    paidOn: '2026-10-25',
  });
  const { purchaseId } = await recordPurchase(world.as(company.as('anna')), { counterpartyId, ...paid });
  return { counterpartyId, purchaseId, paid };
}

/** Signs a step as it stands in the folder now. */
export async function signAsSeen(
  context: Context,
  input: { folderId: string; step: FolderStep },
  post = { hasPost: true },
) {
  const { steps } = await getFolder(context, input, post);
  const { fingerprint } = steps.find(({ step }) => step === input.step)!;
  return signStep(context, { ...input, seen: fingerprint }, post);
}

/** Boris of the client department, who sees the card, hands it over in the name of the sales manager. */
export async function handOverTestClient(
  world: TestWorld,
  company: TestCompany,
  given: Partial<HandOverFolder> = {},
) {
  const { counterpartyId, purchaseId, paid } = await sellToTestClient(world, company);
  const { folderId, number } = await handOverFolder(world.as(company.as('boris')), {
    counterpartyId,
    purchaseIds: [purchaseId],
    ...titlePage,
    ...given,
  });
  return { counterpartyId, purchaseId, paid, folderId, number };
}
