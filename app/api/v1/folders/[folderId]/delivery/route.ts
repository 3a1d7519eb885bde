import { door } from '@/app/api/v1/door';
import { folderContracts } from '@/lib/domain/folders/folders.contract';
import { planDelivery } from '@/lib/operations/folders/plan-delivery';

export const PUT = door(folderContracts.planDelivery, planDelivery);
