import { z } from 'zod';
import { contract } from '@/lib/domain/contract';
import { connectionChecks, findingSchema } from './finding';
import { repairSchema } from './repair';

const failedRepair = z.object({ repair: repairSchema, detail: z.string() });

export const connectionContracts = {
  checkConnection: contract({
    method: 'get',
    path: '/settings/connection/{check}',
    summary: 'Asks the phone provider about one part of the connection; an empty list means that it is right',
    params: z.object({ check: z.enum(connectionChecks) }),
    response: z.object({ findings: z.array(findingSchema) }),
  }),
  repairConnection: contract({
    method: 'post',
    path: '/settings/connection/repairs',
    summary: 'Sets addresses at the phone provider that a check found wrong',
    body: z.object({ repairs: z.array(repairSchema).min(1).max(100) }),
    response: z.object({ done: z.array(repairSchema), failed: z.array(failedRepair) }),
  }),
};
