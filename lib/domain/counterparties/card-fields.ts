import { z } from 'zod';
import { requiredText, text } from '@/lib/domain/text-field';
import { defaultCategory, untoldContact } from './counterparty';

/** CARD: what is asked for a new counterparty; `city` is the card's Группа. */
export const cardFieldsSchema = z.object({
  name: requiredText(200),
  category: text(80).default(defaultCategory),
  city: text(120).default(''),
  contactPerson: text(200).default(''),
  phone: text(80).default(''),
  phoneExtension: text(20).default(''),
});

export type CardFields = z.output<typeof cardFieldsSchema>;

/** Whether a card does not know this yet; the dash of an untold contact person may still be replaced (IN-2). */
export const isMissing = (known: string) => known.trim() === '' || known.trim() === untoldContact;
