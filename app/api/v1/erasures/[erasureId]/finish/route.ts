import { door } from '@/app/api/v1/door';
import { erasureContracts } from '@/lib/domain/personal-data/personal-data.contract';
import { finishErasure } from '@/lib/operations/personal-data/finish-erasure';

export const POST = door(erasureContracts.finish, finishErasure);
