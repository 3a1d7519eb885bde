import { insertChange } from '@/db/changes';
import { deleteContractsByIds, insertContracts, listContractsOfCounterparties } from '@/db/contracts';
import {
  type CounterpartyRow,
  getCounterpartyLocked,
  listVisibleCounterparties,
  updateCounterparty,
} from '@/db/counterparties';
import {
  deleteCounterpartyProduct,
  insertCounterpartyProducts,
  listProductsOfCounterparty,
} from '@/db/counterparty-products';
import { getDepartment } from '@/db/departments';
import {
  getPurchaseLocked,
  hasOtherPurchase,
  listPurchasesOfCounterparties,
  type PurchaseRow,
} from '@/db/purchases';
import { cardScopeOf } from '@/lib/domain/counterparties/card-scope';
import { normaliseContractNumber } from '@/lib/domain/counterparties/card-search';
import type { CounterpartyStatus } from '@/lib/domain/counterparties/counterparty';
import { timeZoneOf } from '@/lib/domain/deadlines/business-hours';
import { wallTimeAt } from '@/lib/domain/deadlines/time-zone';
import type { Person } from '@/lib/domain/employees/employee';
import { mayRecordPurchases } from '@/lib/domain/employees/permissions';
import { type FieldErrors, forbidden, invalid, notFound } from '@/lib/domain/errors';
import type { PurchaseInput } from '@/lib/domain/purchases/purchases.contract';
import { typedSum } from '@/lib/domain/purchases/sum';
import { projectNames } from '@/lib/operations/appeals/project-names';
import { type Context, type Tx, tell } from '@/lib/operations/context';
import { refuseErased } from '@/lib/operations/counterparties/refuse-erased';
import { saveSearchWords } from '@/lib/operations/counterparties/save-search-words';

/** The card of a purchase, locked, for whoever may see it and records purchases. @throws Refusal `notFound`, `forbidden` */
export async function purchaseCard(tx: Tx, person: Person, id: string): Promise<CounterpartyRow> {
  const card = await getCounterpartyLocked(tx, id);
  const [visible] = card ? await listVisibleCounterparties(tx, cardScopeOf(person), [id]) : [];
  if (!card || !visible) throw notFound('counterparty');
  if (!mayRecordPurchases(person)) throw forbidden();
  refuseErased(card);
  return card;
}

/** A purchase with its card, both locked. @throws Refusal `notFound`, `forbidden` */
export async function purchaseWithCard(
  tx: Tx,
  person: Person,
  id: string,
): Promise<{ purchase: PurchaseRow; card: CounterpartyRow }> {
  const purchase = await getPurchaseLocked(tx, id);
  if (!purchase) throw notFound('purchase');
  return { purchase, card: await purchaseCard(tx, person, purchase.counterpartyId) };
}

/** In the morning of that day by the clock of most of the country, and never later than now. */
export const timeOfPurchase = (boughtOn: string, now: number) =>
  Math.min(now, Date.parse(`${boughtOn}T06:00:00Z`));

/**
 * Days yet to come by the clock of the person's department, and products we do not sell.
 * @throws Refusal `invalid`
 */
export async function refuseWrongPurchase(
  tx: Tx,
  context: Context,
  person: Person,
  { boughtOn, paidOn, projectId }: PurchaseInput,
): Promise<void> {
  const department = await getDepartment(tx, person.departmentId);
  const today = wallTimeAt(context.now(), timeZoneOf(department)).date;
  const fields: FieldErrors = {};
  if (boughtOn > today) fields.boughtOn = 'inFuture';
  if (paidOn && paidOn > today) fields.paidOn = 'inFuture';
  if (projectId && !(await projectNames(tx)).has(projectId)) fields.projectId = 'notAChoice';
  if (Object.keys(fields).length > 0) throw invalid(fields);
}

/** A bought product is one that the counterparty has. */
export async function addProduct(tx: Tx, card: CounterpartyRow, projectId: string | null) {
  if (!projectId) return null;
  const known = await listProductsOfCounterparty(tx, card.id);
  if (known.includes(projectId)) return null;
  await insertCounterpartyProducts(tx, [{ counterpartyId: card.id, projectId }]);
  return productsInWords(tx, known, [...known, projectId]);
}

/** IN-4: the number of a contract finds the card, so that a purchase's stands on it as well. */
export async function addContracts(
  tx: Tx,
  context: Context,
  card: CounterpartyRow,
  numbers: readonly string[],
) {
  const known = await listContractsOfCounterparties(tx, [card.id]);
  const byNorm = new Map(numbers.map((number) => [normaliseContractNumber(number), number.trim()]));
  const added = [...byNorm].filter(
    ([norm]) => norm !== '' && known.every(({ numberNorm }) => numberNorm !== norm),
  );
  if (added.length === 0) return null;
  await insertContracts(
    tx,
    added.map(([numberNorm, number]) => ({
      id: context.newId(),
      counterpartyId: card.id,
      number,
      numberNorm,
      createdAt: context.now(),
    })),
  );
  await saveSearchWords(tx, card);
  const from = known.map(({ number }) => number);
  return { from, to: [...from, ...added.map(([, number]) => number)] };
}

/** Takes the product back that a purchase added, unless another purchase of the counterparty is of it. */
export async function takeProductBack(tx: Tx, card: CounterpartyRow, purchase: PurchaseRow) {
  const { id, projectId } = purchase;
  if (!projectId || (await hasOtherPurchase(tx, card.id, id, projectId))) return null;
  const known = await listProductsOfCounterparty(tx, card.id);
  if (!known.includes(projectId)) return null;
  await deleteCounterpartyProduct(tx, { counterpartyId: card.id, projectId });
  const left = known.filter((one) => one !== projectId);
  return productsInWords(tx, known, left);
}

/** Takes the contract back that a purchase added, unless another purchase of the counterparty stands in it. */
export async function takeContractBack(tx: Tx, card: CounterpartyRow, purchase: PurchaseRow) {
  const norm = normaliseContractNumber(purchase.contractNumber);
  const known = await listContractsOfCounterparties(tx, [card.id]);
  const own = known.find(({ numberNorm }) => numberNorm === norm);
  const others = await listPurchasesOfCounterparties(tx, [card.id]);
  const isNeeded = others.some(
    ({ id, contractNumber }) => id !== purchase.id && normaliseContractNumber(contractNumber) === norm,
  );
  if (!own || isNeeded) return null;
  await deleteContractsByIds(tx, [own.id]);
  await saveSearchWords(tx, card);
  const left = known.filter(({ id }) => id !== own.id);
  return { from: known.map(({ number }) => number), to: left.map(({ number }) => number) };
}

async function productsInWords(tx: Tx, before: readonly string[], after: readonly string[]) {
  const names = await projectNames(tx);
  const named = (ids: readonly string[]) => ids.map((id) => names.get(id) ?? id).sort();
  return { from: named(before), to: named(after) };
}

/** Writes what a purchase changes of its card into the history of the card, and tells of it. */
export async function changeCardOfPurchase(
  tx: Tx,
  context: Context,
  card: CounterpartyRow,
  change: {
    status?: CounterpartyStatus;
    products?: { from: string[]; to: string[] } | null;
    contracts?: { from: string[]; to: string[] } | null;
    /** The purchase in words, before and after. */
    purchases?: { from: string | null; to: string | null };
    /** Whose act it is, when it is not that of the person who asks. */
    employeeId?: string | null;
  },
): Promise<void> {
  const {
    status = card.status,
    products,
    contracts,
    purchases,
    employeeId = context.person?.id ?? null,
  } = change;
  const fields = {
    ...(status === card.status ? {} : { status: { from: card.status, to: status } }),
    ...(products ? { products } : {}),
    ...(contracts ? { contracts } : {}),
    ...(purchases ? { purchases } : {}),
  };
  tell(tx, { noun: 'counterparty', nounId: card.id });
  if (Object.keys(fields).length === 0) return;
  const now = context.now();
  await updateCounterparty(tx, card.id, { status, updatedAt: now, version: card.version + 1 });
  await insertChange(tx, {
    id: context.newId(),
    noun: 'counterparty',
    nounId: card.id,
    at: now,
    employeeId,
    fields,
  });
}

/** A purchase in one line, for the history of its card. */
export async function purchaseText(tx: Tx, purchase: PurchaseRow): Promise<string> {
  const { boughtOn, projectId, sumKopecks, contractNumber, paidOn, note } = purchase;
  const product = projectId && (await projectNames(tx)).get(projectId);
  const paid = paidOn && `✓ ${paidOn}`;
  const parts = [
    boughtOn,
    product,
    `${typedSum(sumKopecks)} ₽`,
    contractNumber && `№ ${contractNumber}`,
    paid,
    note,
  ];
  return parts.filter(Boolean).join(', ');
}
