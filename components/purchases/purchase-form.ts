import type { PurchaseView } from '@/lib/domain/purchases/purchases.contract';
import { readSum, typedSum } from '@/lib/domain/purchases/sum';

/** A purchase as it is being typed. */
export type PurchaseForm = {
  projectId: string;
  contractNumber: string;
  sum: string;
  boughtOn: string;
  paidOn: string;
  note: string;
};

export const emptyPurchase = (): PurchaseForm => ({
  projectId: '',
  contractNumber: '',
  sum: '',
  boughtOn: '',
  paidOn: '',
  note: '',
});

export const formOfPurchase = (purchase: PurchaseView): PurchaseForm => ({
  projectId: purchase.project?.id ?? '',
  contractNumber: purchase.contractNumber,
  sum: typedSum(purchase.sumKopecks),
  boughtOn: purchase.boughtOn,
  paidOn: purchase.paidOn ?? '',
  note: purchase.note,
});

/** The form as the API takes it; a sum that cannot be read is none, and refused at its field. */
export const requestOfPurchase = ({ sum, projectId, paidOn, ...form }: PurchaseForm, version?: number) => ({
  ...form,
  projectId: projectId || null,
  paidOn: paidOn || null,
  sumKopecks: readSum(sum),
  ...(version === undefined ? {} : { version }),
});
