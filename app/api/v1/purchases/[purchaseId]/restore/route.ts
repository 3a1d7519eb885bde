import { door } from '@/app/api/v1/door';
import { purchaseContracts } from '@/lib/domain/purchases/purchases.contract';
import { restorePurchase } from '@/lib/operations/purchases/restore-purchase';

export const POST = door(purchaseContracts.restore, restorePurchase);
