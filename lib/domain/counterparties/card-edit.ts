import { z } from 'zod';
import { recordId, requiredText, text } from '@/lib/domain/text-field';
import { cardLimits } from './card-limits';
import { counterpartyStatuses } from './counterparty';

export const phoneInputSchema = z.object({
  raw: requiredText(cardLimits.phone),
  extension: text(cardLimits.phoneExtension).default(''),
});

/** Every field of a card that people change; what is absent stays as it is. */
export const cardEditSchema = z.object({
  name: requiredText(cardLimits.name).optional(),
  category: requiredText(cardLimits.category).optional(),
  city: text(cardLimits.city).optional(),
  contactPerson: text(cardLimits.contactPerson).optional(),
  note: text(cardLimits.note).optional(),
  status: z.enum(counterpartyStatuses, 'notAChoice').optional(),
  assignedTo: recordId.nullable().optional(),
  phones: z.array(phoneInputSchema).max(20, 'tooLong').optional(),
  emails: z
    .array(z.string().trim().max(254, 'tooLong').pipe(z.email('notAnEmail')))
    .max(cardLimits.emails, 'tooLong')
    .transform((emails) => [...new Set(emails)])
    .optional(),
  contracts: z.array(requiredText(cardLimits.contract)).max(50, 'tooLong').optional(),
});
export type CardEdit = z.output<typeof cardEditSchema>;

export const newCardSchema = cardEditSchema.extend({ name: requiredText(cardLimits.name) });
