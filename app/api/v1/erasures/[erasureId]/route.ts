import { door } from '@/app/api/v1/door';
import { erasureContracts } from '@/lib/domain/personal-data/personal-data.contract';
import { getErasure } from '@/lib/operations/personal-data/get-erasure';

export const GET = door(erasureContracts.get, getErasure);
