import { z } from 'zod';
import { emailAddress, emailAddressOrNone } from '@/lib/domain/email-address';
import { recordId, requiredText, text } from '@/lib/domain/text-field';
import { readBirthday } from './birthday';
import { cardLimits } from './card-limits';
import { counterpartyStatuses } from './counterparty';
import { plainCode } from './inn';
import { ownFieldLimits } from './own-field';

const phoneInputSchema = z.object({
  raw: requiredText(cardLimits.phone),
  extension: text(cardLimits.phoneExtension).default(''),
});

const email = z.string().max(cardLimits.email, 'tooLong').pipe(emailAddress);
const code = (max: number) => text(max).transform(plainCode);

const birthdaySchema = text(20).transform((typed, context) => {
  const birthday = readBirthday(typed);
  if (birthday === null) context.addIssue({ code: 'custom', message: 'notABirthday' });
  return birthday ?? '';
});

/** A person to talk to at a counterparty, with what reaches them. */
const contactInputSchema = z.object({
  name: requiredText(cardLimits.contactPerson),
  role: text(cardLimits.contactRole).default(''),
  phone: text(cardLimits.phone).default(''),
  phoneExtension: text(cardLimits.phoneExtension).default(''),
  email: z.string().max(cardLimits.email, 'tooLong').pipe(emailAddressOrNone).default(''),
  birthday: birthdaySchema.default(''),
});
export type ContactInput = z.output<typeof contactInputSchema>;

/** Every field of a card that people change; what is absent stays as it is. INN and KPP are kept as given, right or not. */
export const cardEditSchema = z.object({
  name: requiredText(cardLimits.name).optional(),
  category: requiredText(cardLimits.category).optional(),
  city: text(cardLimits.city).optional(),
  contactPerson: text(cardLimits.contactPerson).optional(),
  inn: code(cardLimits.inn).optional(),
  kpp: code(cardLimits.kpp).optional(),
  priceType: text(cardLimits.priceType).optional(),
  note: text(cardLimits.note).optional(),
  status: z.enum(counterpartyStatuses, 'notAChoice').optional(),
  assignedTo: recordId.nullable().optional(),
  phones: z.array(phoneInputSchema).max(20, 'tooLong').optional(),
  emails: z.array(email).max(20, 'tooLong').optional(),
  contacts: z.array(contactInputSchema).max(50, 'tooLong').optional(),
  /** Ids of projects. */
  products: z.array(recordId).max(50, 'tooLong').optional(),
  /** Values of own fields by their ids, empty for none. */
  ownFields: z.record(recordId, text(ownFieldLimits.value)).optional(),
  contracts: z.array(requiredText(cardLimits.contract)).max(50, 'tooLong').optional(),
});
export type CardEdit = z.output<typeof cardEditSchema>;

export const newCardSchema = cardEditSchema.extend({ name: requiredText(cardLimits.name) });
