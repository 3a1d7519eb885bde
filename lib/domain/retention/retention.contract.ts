import { z } from 'zod';
import { contract } from '@/lib/domain/contract';
import { settingVersion } from '@/lib/domain/settings/setting-version';
import { retentionKinds, retentionSchema } from './retention';

const runView = z.object({
  at: z.number(),
  counts: z.partialRecord(z.enum(retentionKinds), z.number()),
});

export const retentionContracts = {
  getRetention: contract({
    method: 'get',
    path: '/settings/retention',
    summary: 'How many days each kind of data is kept; null: for good',
    response: z.object({ retention: retentionSchema, version: settingVersion, lastRun: runView.nullable() }),
  }),
  updateRetention: contract({
    method: 'put',
    path: '/settings/retention',
    summary: 'Changes them; what is over them is removed in the next night',
    body: retentionSchema.extend({ version: settingVersion }),
    response: z.object({ retention: retentionSchema, version: settingVersion }),
  }),
  previewRetention: contract({
    method: 'get',
    path: '/settings/retention/{kind}',
    summary: 'How much would be removed now if it were kept for so many days',
    params: z.object({ kind: z.enum(retentionKinds, 'notAChoice') }),
    query: z.object({ days: z.coerce.number().int('invalid').min(1, 'tooSmall').max(3650, 'tooBig') }),
    response: z.object({ count: z.number(), isMore: z.boolean() }),
  }),
};
