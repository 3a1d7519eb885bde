import { z } from 'zod';
import { cardFieldsSchema } from '@/lib/domain/counterparties/card-fields';
import { departmentKinds } from '@/lib/domain/employees/roles';
import { instant, recordId, requiredText, text } from '@/lib/domain/text-field';
import { defaultAppealType, reactionTypes } from './reaction';
import { recordLimits } from './record-limits';

const responsibleSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('department'), departmentKind: z.enum(departmentKinds, 'notAChoice') }),
  z.object({ kind: z.literal('headOf'), departmentKind: z.enum(departmentKinds, 'notAChoice') }),
  z.object({ kind: z.literal('generalDirector') }),
  z.object({ kind: z.literal('employee'), employeeId: recordId }),
]);

export const responsibleChoiceSchema = responsibleSchema;

/** Who must act next and by when: the one-minute clock, at once, or a time (epoch ms). */
const nextReactionInputSchema = z.union([
  z.object({ responsible: responsibleSchema, dueAt: instant, topic: text(recordLimits.topic).optional() }),
  z.object({
    responsible: responsibleSchema,
    dueSetting: z.enum(['minute', 'atOnce']),
    topic: text(recordLimits.topic).optional(),
  }),
]);

export const nextReactionInputsSchema = z.array(nextReactionInputSchema).max(10, 'tooLong');

export const reactionInputSchema = z.object({
  type: z.enum(reactionTypes, 'notAChoice'),
  topic: text(recordLimits.topic).default(''),
  note: text(recordLimits.note).default(''),
  /** When it happened; now unless said. */
  happenedAt: instant.optional(),
  /** Whose work caused a complaint (SA-3); needed for one. */
  causedBy: z.enum(departmentKinds, 'notAChoice').optional(),
});

export const cardChoiceSchema = z.discriminatedUnion('use', [
  z.object({ use: z.literal('existing'), id: recordId, complete: cardFieldsSchema.partial().default({}) }),
  z.object({ use: z.literal('new'), fields: cardFieldsSchema }),
]);

export const appealChoiceSchema = z.discriminatedUnion('use', [
  z.object({ use: z.literal('existing'), id: recordId }),
  z.object({
    use: z.literal('new'),
    topic: requiredText(recordLimits.topic),
    type: text(recordLimits.type).default(defaultAppealType),
    projectId: recordId.nullable().default(null),
    note: text(recordLimits.note).default(''),
  }),
]);

/** What follows a reaction: somebody acts next, or the appeal is closed. */
export const outcomeFields = {
  nextReactions: nextReactionInputsSchema.default([]),
  closeAppeal: z.object({ reason: requiredText(1000) }).optional(),
};

/** CARD: the whole reaction card as one act. */
export const recordReactionSchema = z.object({
  counterparty: cardChoiceSchema,
  appeal: appealChoiceSchema,
  reaction: reactionInputSchema,
  ...outcomeFields,
  callId: recordId.optional(),
  /** The next reaction that this act fulfils. */
  fulfils: recordId.optional(),
});
export type RecordReaction = z.output<typeof recordReactionSchema>;
export type RecordReactionInput = z.input<typeof recordReactionSchema>;
