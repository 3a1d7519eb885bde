import { door } from '@/app/api/v1/door';
import { supervisionContracts } from '@/lib/domain/calls/supervision.contract';
import { listLiveCalls } from '@/lib/operations/supervision/list-live-calls';

export const GET = door(supervisionContracts.liveCalls, listLiveCalls);
