import { door } from '@/app/api/v1/door';
import { purchaseContracts } from '@/lib/domain/purchases/purchases.contract';
import { removePurchase } from '@/lib/operations/purchases/remove-purchase';
import { updatePurchase } from '@/lib/operations/purchases/update-purchase';

export const PATCH = door(purchaseContracts.update, updatePurchase);
export const DELETE = door(purchaseContracts.remove, removePurchase);
