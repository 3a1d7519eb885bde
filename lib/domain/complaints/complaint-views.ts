import { z } from 'zod';
import { cardPhoneSchema, personNameSchema, phoneToCallSchema } from '@/lib/domain/counterparties/card-views';
import { counterpartyStatuses } from '@/lib/domain/counterparties/counterparty';
import { departmentKinds } from '@/lib/domain/employees/roles';
import { nextReactionOutcomes } from '@/lib/domain/reactions/reaction';
import { complaintStates, noticeKinds, secondCallOutcomes } from './complaint';

const departmentName = z.object({
  id: z.string(),
  kind: z.enum(departmentKinds),
  name: z.string(),
  nameEn: z.string(),
});

/** With whom a next reaction lies: a person, else their department. */
const responsibleSchema = z.object({ employee: personNameSchema.nullable(), department: departmentName });

export const complaintRowSchema = z.object({
  id: z.string(),
  number: z.number(),
  counterparty: z
    .object({ id: z.string(), name: z.string(), status: z.enum(counterpartyStatuses) })
    .nullable(),
  state: z.enum(complaintStates),
  text: z.string(),
  department: departmentName,
  owner: personNameSchema.nullable(),
  dueAt: z.number(),
  createdAt: z.number(),
  createdBy: personNameSchema.nullable(),
  closedAt: z.number().nullable(),
  reopenedCount: z.number(),
});
export type ComplaintRowView = z.output<typeof complaintRowSchema>;

export const complaintSchema = complaintRowSchema.extend({
  appeal: z.object({ id: z.string(), number: z.number(), topic: z.string() }).nullable(),
  /** The call it was taken down in; null also for who may not open that call. */
  callId: z.string().nullable(),
  /** The round it was taken down in; null also for who may not open that round. */
  roundId: z.string().nullable(),
  cause: z.string(),
  answer: z.string(),
  takenAt: z.number().nullable(),
  answeredAt: z.number().nullable(),
  answeredBy: personNameSchema.nullable(),
  /** CS-9: the absent person for whom it was answered. */
  answeredFor: personNameSchema.nullable(),
  closedBy: personNameSchema.nullable(),
  closeReason: z.string().nullable(),
  /** Who was told of it, as it was then: by a next reaction, and whether it was acted on (SA-3), or by a letter alone. */
  told: z.array(
    z.object({
      id: z.string(),
      at: z.number(),
      /** What a letter alone was about; null of a next reaction. */
      about: z.enum(noticeKinds).nullable(),
      employee: personNameSchema.nullable(),
      /** Null of a letter alone. */
      department: departmentName.nullable(),
      /** Who has the next reaction, or had it when it ended; null while it stayed with who was told. */
      handedTo: responsibleSchema.nullable(),
      /** Null of a letter alone. */
      dueAt: z.number().nullable(),
      endedAt: z.number().nullable(),
      /** Whether they acted themselves, or their next reaction was closed without that; null while it is open. */
      outcome: z.enum(nextReactionOutcomes).nullable(),
      /** Whether the letter about it was sent; null when none was written. */
      letter: z.enum(['waiting', 'sending', 'sent', 'failed']).nullable(),
    }),
  ),
  calls: z.array(
    z.object({
      at: z.number(),
      employee: personNameSchema.nullable(),
      outcome: z.enum(secondCallOutcomes),
      words: z.string(),
      /** Null also for who may not open that call. */
      callId: z.string().nullable(),
    }),
  ),
  /** On what phones the second call may be made; empty for who may not make it. */
  phones: z.array(phoneToCallSchema),
  /** Calls placed about the complaint whose outcome was not written down yet, the newest first. */
  callsMade: z.array(z.object({ id: z.string(), at: z.number(), phone: cardPhoneSchema })),
  /** What became of it, the newest first: each answer, second call, reopening, closing and move, also of its next reactions. */
  history: z.array(
    z.intersection(
      z.object({ at: z.number(), employee: personNameSchema.nullable() }),
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('moved'), department: departmentName, reason: z.string() }),
        z.object({ kind: z.literal('postponed'), dueAt: z.number(), reason: z.string() }),
        z.object({
          kind: z.literal('answered'),
          inPlaceOf: personNameSchema.nullable(),
          cause: z.string(),
          answer: z.string(),
        }),
        z.object({ kind: z.literal('called'), outcome: z.enum(secondCallOutcomes), words: z.string() }),
        /** Without words when a second call has them. */
        z.object({ kind: z.literal('reopened'), reason: z.string() }),
        z.object({ kind: z.literal('closed'), reason: z.string() }),
        z.object({
          kind: z.literal('workHandedOver'),
          from: responsibleSchema,
          to: responsibleSchema,
          reason: z.string(),
        }),
        z.object({
          kind: z.literal('workPostponed'),
          from: responsibleSchema,
          dueAt: z.number(),
          reason: z.string(),
        }),
      ]),
    ),
  ),
  version: z.number(),
  may: z.object({
    take: z.boolean(),
    assign: z.boolean(),
    move: z.boolean(),
    postpone: z.boolean(),
    answer: z.boolean(),
    call: z.boolean(),
    close: z.boolean(),
    reopen: z.boolean(),
  }),
});
export type ComplaintView = z.output<typeof complaintSchema>;
