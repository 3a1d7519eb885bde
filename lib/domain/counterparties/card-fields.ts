import { z } from 'zod';
import { requiredText, text } from '@/lib/domain/text-field';
import { cardLimits } from './card-limits';
import { defaultCategory } from './counterparty';

/** CARD: what is asked for a new counterparty; `city` is the card's Группа. */
export const cardFieldsSchema = z.object({
  name: requiredText(cardLimits.name),
  category: text(cardLimits.category).default(defaultCategory),
  city: text(cardLimits.city).default(''),
  contactPerson: text(cardLimits.contactPerson).default(''),
  phone: text(cardLimits.phone).default(''),
  phoneExtension: text(cardLimits.phoneExtension).default(''),
});

export type CardFields = z.output<typeof cardFieldsSchema>;
