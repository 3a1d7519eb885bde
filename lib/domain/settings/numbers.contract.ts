import { z } from 'zod';
import { contract } from '@/lib/domain/contract';
import { pageOf, pageQuery } from '@/lib/domain/paging';
import { lineRecordingSchema } from '@/lib/domain/recordings/line-recording';
import { recordId, requiredText } from '@/lib/domain/text-field';
import { lineOpeningSchema } from './line-opening';

const companyNumberView = z.object({
  id: z.string(),
  e164: z.string(),
  name: z.string(),
  version: z.number(),
  disabledAt: z.number().nullable(),
  ...lineRecordingSchema.shape,
  ...lineOpeningSchema.shape,
});

export type CompanyNumberView = z.infer<typeof companyNumberView>;

const blockedNumberView = z.object({
  e164: z.string(),
  reason: z.string(),
  callId: z.string().nullable(),
  blockedBy: z.string(),
  blockedByName: z.string().nullable(),
  blockedAt: z.number(),
});

export type BlockedNumberView = z.infer<typeof blockedNumberView>;

/** A number as people type it. */
const phone = requiredText(50);

export const numberContracts = {
  list: contract({
    method: 'get',
    path: '/numbers',
    summary: 'The numbers of the company that callers dial',
    response: z.object({ rows: z.array(companyNumberView) }),
  }),
  create: contract({
    method: 'post',
    path: '/numbers',
    summary: 'Adds a number of the company',
    body: z.object({ phone, name: requiredText(100) }),
    response: z.object({ id: z.string() }),
  }),
  update: contract({
    method: 'patch',
    path: '/numbers/{numberId}',
    summary:
      'Renames a number of the company, sets how it records and when it lets callers in, takes it out of use or back; refused when it was changed since the given version',
    params: z.object({ numberId: recordId }),
    body: z
      .object({
        name: requiredText(100),
        isDisabled: z.boolean(),
        ...lineRecordingSchema.shape,
        ...lineOpeningSchema.shape,
      })
      .partial()
      .extend({ version: z.int('invalid') }),
    response: z.object({ id: z.string(), version: z.number() }),
  }),
};

export const blockedNumberContracts = {
  list: contract({
    method: 'get',
    path: '/blocked-numbers',
    summary: 'Numbers whose calls are rejected, newest first',
    query: pageQuery,
    response: pageOf(blockedNumberView),
  }),
  block: contract({
    method: 'post',
    path: '/blocked-numbers',
    summary: 'Rejects calls of a number from now on (IN-9)',
    body: z.object({ phone, reason: requiredText(500), callId: recordId.nullable().default(null) }),
    response: z.object({ e164: z.string() }),
  }),
  unblock: contract({
    method: 'delete',
    path: '/blocked-numbers/{e164}',
    summary: 'Takes calls of a number again',
    params: z.object({ e164: z.string().regex(/^\+[1-9]\d{6,14}$/, 'invalid') }),
    response: z.object({ e164: z.string() }),
  }),
};
