import { door } from '@/app/api/v1/door';
import { roundContracts } from '@/lib/domain/rounds/rounds.contract';
import { readTrends } from '@/lib/operations/rounds/read-trends';

export const GET = door(roundContracts.trends, readTrends);
