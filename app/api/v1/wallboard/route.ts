import { door } from '@/app/api/v1/door';
import { wallboardContracts } from '@/lib/domain/reports/wallboard.contract';
import { readWallboard } from '@/lib/operations/reports/read-wallboard';

export const GET = door(wallboardContracts.get, readWallboard);
