import { z } from 'zod';
import { seenFilters } from '@/lib/domain/access-log/seen';
import { contract } from '@/lib/domain/contract';
import { personNameSchema } from '@/lib/domain/counterparties/card-views';
import { pageOf, pageQuery } from '@/lib/domain/paging';
import { recordId } from '@/lib/domain/text-field';
import { auditProblemKinds } from './audit-check';
import { auditKinds, auditVia } from './audit-entry';

const moment = z.coerce.number().int('invalid').min(0, 'invalid').max(8_640_000_000_000, 'invalid');

const auditViewSchema = z.object({
  /** Its place in the chain, from 1 without a gap. */
  sequence: z.number(),
  /** Epoch ms. */
  at: z.number(),
  kind: z.enum(auditKinds),
  /** Null for our own clock, the phone provider, a command of the server, and a sign-in under an unknown address. */
  employee: personNameSchema.nullable(),
  via: z.enum(auditVia),
  /** Method and path of the API; of what was seen its kind; of a sign-in its way; else empty. */
  operation: z.string(),
  subject: z.string(),
  subjectId: z.string().nullable(),
  /** The card; its name is null for a reader who may not see it. */
  counterparty: z.object({ id: z.string(), name: z.string().nullable() }).nullable(),
  /** Why it was refused. */
  code: z.string().nullable(),
  /** What was changed: things and the names of their fields. */
  changes: z.array(z.object({ noun: z.string(), nounId: z.string(), fields: z.array(z.string()) })),
  rowCount: z.number().nullable(),
  /** How many sign-ins failed whose address nobody has. */
  attempts: z.number().nullable(),
  filters: z.array(z.enum(seenFilters)),
  /** The fields of which a keyed digest is kept, and the digest. */
  digests: z.array(z.object({ field: z.string(), digest: z.string() })),
  previousHash: z.string(),
  hash: z.string(),
});
export type AuditView = z.infer<typeof auditViewSchema>;

const auditStateSchema = z.object({
  /** The newest entry; null while there is none. */
  head: z.object({ sequence: z.number(), hash: z.string(), at: z.number() }).nullable(),
  /** The last check of the whole chain. */
  check: z
    .object({
      at: z.number(),
      /** Null for the nightly check and the command of the server. */
      employee: personNameSchema.nullable(),
      entryCount: z.number(),
      headSequence: z.number(),
      headHash: z.string(),
      problem: z.object({ kind: z.enum(auditProblemKinds), sequence: z.number() }).nullable(),
    })
    .nullable(),
});
export type AuditState = z.infer<typeof auditStateSchema>;

export const auditContracts = {
  list: contract({
    method: 'get',
    path: '/audit-log',
    summary: 'Every change, every view of personal data, exports and sign-ins, newest first (AD-1)',
    query: pageQuery.extend({
      employeeId: recordId.optional(),
      kind: z.enum(auditKinds, 'notAChoice').optional(),
      counterpartyId: recordId.optional(),
      from: moment.optional(),
      until: moment.optional(),
    }),
    response: pageOf(auditViewSchema),
  }),
  state: contract({
    method: 'get',
    path: '/audit-log/checks',
    summary: 'The newest entry of the audit log and what its last check found (AD-1)',
    response: auditStateSchema,
  }),
  check: contract({
    method: 'post',
    path: '/audit-log/checks',
    summary: 'Checks the whole audit log: each entry, its link to the one before, and the anchors (AD-1)',
    response: auditStateSchema,
  }),
};
