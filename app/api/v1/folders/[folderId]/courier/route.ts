import { door } from '@/app/api/v1/door';
import { folderContracts } from '@/lib/domain/folders/folders.contract';
import { orderCourier } from '@/lib/operations/folders/order-courier';

export const PUT = door(folderContracts.orderCourier, orderCourier);
