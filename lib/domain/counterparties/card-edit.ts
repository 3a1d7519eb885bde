import { z } from 'zod';
import { recordId, requiredText, text } from '@/lib/domain/text-field';
import { counterpartyStatuses } from './counterparty';

export const phoneInputSchema = z.object({ raw: requiredText(80), extension: text(20).default('') });

/** Every field of a card that people change; what is absent stays as it is. */
export const cardEditSchema = z.object({
  name: requiredText(200).optional(),
  category: requiredText(80).optional(),
  city: text(120).optional(),
  contactPerson: text(200).optional(),
  note: text(4000).optional(),
  status: z.enum(counterpartyStatuses, 'notAChoice').optional(),
  assignedTo: recordId.nullable().optional(),
  phones: z.array(phoneInputSchema).max(20, 'tooLong').optional(),
  contracts: z.array(requiredText(80)).max(50, 'tooLong').optional(),
});
export type CardEdit = z.output<typeof cardEditSchema>;

export const newCardSchema = cardEditSchema.extend({ name: requiredText(200) });
