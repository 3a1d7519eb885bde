import { door } from '@/app/api/v1/door';
import { folderContracts } from '@/lib/domain/folders/folders.contract';
import { settleDelivery } from '@/lib/operations/folders/settle-delivery';

export const POST = door(folderContracts.settleDelivery, settleDelivery);
