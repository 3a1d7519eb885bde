import { getCounterpartyLocked } from '@/db/counterparties';
import {
  getPurchaseLocked,
  hasOtherPurchase,
  insertPurchase,
  listPurchasesOfCounterparties,
  updatePurchase,
} from '@/db/purchases';
import { normaliseName } from '@/lib/domain/counterparties/name';
import { keepsOut, type RowUndoing } from '@/lib/domain/imports/import-row';
import { readDay } from '@/lib/domain/imports/read-row';
import { largestSumKopecks, readSum } from '@/lib/domain/purchases/sum';
import {
  addContracts,
  addProduct,
  changeCardOfPurchase,
  purchaseText,
  takeContractBack,
  takeProductBack,
  timeOfPurchase,
} from '@/lib/operations/purchases/purchase-act';
import { cardOf, findCards } from './find-cards';
import type { ImportWork, PlannedRow, WrittenRow } from './import-work';
import { knownBefore } from './known-before';

type PlannedPurchase = PlannedRow & {
  sumKopecks: number | null;
  boughtOn: string | null;
  paidOn: string | null;
  projectId: string | null;
};

/** Whether the card had the product and the contract of the purchase from this row on. */
type PurchaseBefore = { addedProduct: boolean; addedContract?: boolean };

/** Purchases of cards that are known by INN, contract, phone or name; one that is on record already is not made again. */
export const purchasesWork: ImportWork<PlannedPurchase> = {
  async plan(db, rows, around, importId) {
    const found = await findCards(db, rows, around, importId);
    const planned = rows.map((row) => {
      const { values } = row;
      const { card, problems } = cardOf(row, found, ['inn', 'contract', 'phone', 'name']);
      const day = (field: 'boughtOn' | 'paidOn') => {
        const read = values[field] ? readDay(values[field]) : null;
        if (values[field] && !read) problems.push({ field, problem: 'dayUnread' });
        if (read && read > around.today) problems.push({ field, problem: 'dayInFuture' });
        return read;
      };
      const sum = readSum(values.sum);
      const sumKopecks = sum !== null && sum > 0 && sum <= largestSumKopecks ? sum : null;
      if (values.sum && sumKopecks === null) problems.push({ field: 'sum', problem: 'sumUnread' });
      const projectId = around.projects.get(normaliseName(values.project)) ?? null;
      if (values.project && !projectId) problems.push({ field: 'project', problem: 'projectUnknown' });
      return {
        ...row,
        problems,
        card,
        sumKopecks,
        boughtOn: day('boughtOn'),
        paidOn: day('paidOn'),
        projectId,
      };
    });
    const ids = [...new Set(planned.flatMap(({ card }) => card?.id ?? []))];
    const known = await knownBefore(db, importId, await listPurchasesOfCounterparties(db, ids));
    const keyOf = (of: {
      counterpartyId: string;
      boughtOn: string;
      sumKopecks: number;
      contractNumber: string;
    }) => [of.counterpartyId, of.boughtOn, of.sumKopecks, of.contractNumber].join('\n');
    const keys = new Set(known.map(keyOf));
    return planned.map((row) => {
      const { card, boughtOn, sumKopecks, values } = row;
      if (row.problems.some(keepsOut)) return { ...row, result: 'error' };
      const key = keyOf({
        counterpartyId: card!.id,
        boughtOn: boughtOn!,
        sumKopecks: sumKopecks!,
        contractNumber: values.contract,
      });
      return { ...row, result: keys.has(key) ? 'same' : 'create' };
    });
  },

  async write(tx, context, job, rows) {
    const written: WrittenRow[] = [];
    for (const { row, card: planned, values, sumKopecks, boughtOn, paidOn, projectId } of rows) {
      const card = await getCounterpartyLocked(tx, planned!.id);
      if (!card || card.mergedInto !== null || card.erasedAt !== null) continue;
      const id = context.newId();
      const now = context.now();
      const madeClient = card.status === 'prospect';
      await insertPurchase(tx, {
        id,
        counterpartyId: card.id,
        contractNumber: values.contract,
        projectId,
        sumKopecks: sumKopecks!,
        boughtOn: boughtOn!,
        paidOn,
        note: values.note,
        happenedAt: timeOfPurchase(boughtOn!, now),
        madeClient,
        createdAt: now,
        createdBy: job.employeeId,
        removedAt: null,
        removedBy: null,
        version: 1,
      });
      const products = await addProduct(tx, card, projectId);
      const contracts = await addContracts(tx, context, card, [values.contract]);
      const status = madeClient ? 'client' : card.status;
      const { employeeId } = job;
      await changeCardOfPurchase(tx, context, card, { status, products, contracts, employeeId });
      const before: PurchaseBefore = { addedProduct: products !== null, addedContract: contracts !== null };
      written.push({ row, nounId: id, counterpartyId: card.id, version: 1, before });
    }
    return written;
  },

  async undo(tx, context, job, rows) {
    const became = new Map<number, RowUndoing>();
    for (const { row, nounId, counterpartyId, version, before } of rows) {
      const purchase = await getPurchaseLocked(tx, nounId!);
      if (!purchase || purchase.removedAt !== null) {
        became.set(row, 'undone');
        continue;
      }
      if (purchase.version !== version) {
        became.set(row, 'changed');
        continue;
      }
      await updatePurchase(tx, purchase.id, {
        removedAt: context.now(),
        removedBy: job.undoneBy,
        version: purchase.version + 1,
      });
      const card = await getCounterpartyLocked(tx, purchase.counterpartyId);
      const isProspect =
        purchase.madeClient &&
        card?.status === 'client' &&
        !(await hasOtherPurchase(tx, card.id, purchase.id));
      if (card) {
        const added = card.id === counterpartyId ? (before as PurchaseBefore | null) : null;
        await changeCardOfPurchase(tx, context, card, {
          status: isProspect ? 'prospect' : card.status,
          products: added?.addedProduct ? await takeProductBack(tx, card, purchase) : null,
          contracts: added?.addedContract ? await takeContractBack(tx, card, purchase) : null,
          purchases: { from: await purchaseText(tx, purchase), to: null },
          employeeId: job.undoneBy,
        });
      }
      became.set(row, 'undone');
    }
    return became;
  },
};
