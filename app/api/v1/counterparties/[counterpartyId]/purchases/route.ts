import { door } from '@/app/api/v1/door';
import { purchaseContracts } from '@/lib/domain/purchases/purchases.contract';
import { listPurchases } from '@/lib/operations/purchases/list-purchases';
import { recordPurchase } from '@/lib/operations/purchases/record-purchase';

export const GET = door(purchaseContracts.list, listPurchases);
export const POST = door(purchaseContracts.record, recordPurchase);
