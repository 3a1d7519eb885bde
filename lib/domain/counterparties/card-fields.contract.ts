import { z } from 'zod';
import { contract } from '@/lib/domain/contract';
import { recordId, requiredText, text } from '@/lib/domain/text-field';
import { cardFieldKinds, ownFieldLimits } from './own-field';

export const cardFieldViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  nameEn: z.string(),
  kind: z.enum(cardFieldKinds),
  choices: z.array(z.string()),
  position: z.number(),
  disabledAt: z.number().nullable(),
});
export type CardFieldView = z.output<typeof cardFieldViewSchema>;

const shape = {
  name: requiredText(ownFieldLimits.name),
  nameEn: text(ownFieldLimits.name),
  choices: z
    .array(requiredText(ownFieldLimits.choice))
    .max(ownFieldLimits.choices, 'tooLong')
    .refine((choices) => new Set(choices).size === choices.length, {
      error: 'cardFields.errors.choiceTwice',
    }),
  position: z.int('notANumber').min(1, 'tooSmall').max(1000, 'tooBig'),
};

export const newCardFieldSchema = z.object({
  ...shape,
  nameEn: shape.nameEn.default(''),
  kind: z.enum(cardFieldKinds, 'notAChoice'),
  choices: shape.choices.default([]),
  /** Left out: the last. */
  position: shape.position.optional(),
});

export const cardFieldContracts = {
  list: contract({
    method: 'get',
    path: '/card-fields',
    summary: 'The fields that an administrator has added to the card, in their order, the disabled ones last',
    response: z.object({ rows: z.array(cardFieldViewSchema) }),
  }),
  create: contract({
    method: 'post',
    path: '/card-fields',
    summary: 'Adds a field to the card; its kind stays',
    body: newCardFieldSchema,
    response: z.object({ id: z.string() }),
  }),
  update: contract({
    method: 'patch',
    path: '/card-fields/{cardFieldId}',
    summary:
      'Renames a field, changes its choices or place, takes it out of use or back; what was filled in stays',
    params: z.object({ cardFieldId: recordId }),
    body: z.object({ ...shape, isDisabled: z.boolean() }).partial(),
    response: z.object({ id: z.string() }),
  }),
};
