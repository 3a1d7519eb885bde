import { z } from 'zod';
import { requiredText, text } from '@/lib/domain/text-field';
import { cardLimits } from './card-limits';
import { defaultCategory, untoldContact } from './counterparty';

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

/** Whether a card does not know this yet; the dash of an untold contact person may still be replaced (IN-2). */
export const isMissing = (known: string) => known.trim() === '' || known.trim() === untoldContact;
