import { door } from '@/app/api/v1/door';
import { erasureContracts } from '@/lib/domain/personal-data/personal-data.contract';
import { listErasures } from '@/lib/operations/personal-data/list-erasures';
import { startErasure } from '@/lib/operations/personal-data/start-erasure';

export const GET = door(erasureContracts.list, listErasures);
export const POST = door(erasureContracts.start, startErasure);
