import { readBirthday } from '@/lib/domain/counterparties/birthday';
import { plainCode } from '@/lib/domain/counterparties/inn';
import { isMissing } from '@/lib/domain/counterparties/is-missing';
import { normaliseName } from '@/lib/domain/counterparties/name';
import { ownFieldKey } from '@/lib/domain/counterparties/own-field';
import type { CardExtras, KnownExtras } from '@/lib/domain/imports/card-extras';
import type { RowProblem } from '@/lib/domain/imports/import-row';
import { readEmails, splitNames } from '@/lib/domain/imports/read-list-cell';
import { readOwnCell } from '@/lib/domain/imports/read-own-cell';
import type { ImportValues, ReadRow } from '@/lib/domain/imports/read-row';
import { cardPhone } from '@/lib/operations/counterparties/read-card-phone';
import type { CardPhone } from './find-cards';
import type { Surroundings } from './import-work';

/** What a row tells beside what leads to its card; what cannot be read of it is left out and named. */
export function readExtras(
  { values, problems: found }: ReadRow,
  around: Surroundings,
): { extras: CardExtras<CardPhone>; problems: RowProblem[] } {
  const problems: RowProblem[] = [];
  const { addresses, isAllRead } = readEmails(values.emails);
  if (!isAllRead) problems.push({ field: 'emails', problem: 'emailUnread' });
  const isAllowed = !found.some(({ problem }) => problem === 'managerNotAllowed');
  const managers = values.manager && isAllowed ? around.managersOf(values.manager) : null;
  if (managers && managers.length !== 1) {
    const problem = managers.length === 0 ? 'managerUnknown' : 'managerOfSeveral';
    problems.push({ field: 'manager', problem });
  }
  const products = readProducts(values.products, around);
  if (products.includes(null)) problems.push({ field: 'products', problem: 'productUnknown' });
  const contact = readContact(values, around, problems);
  const ownValues = new Map<string, string>();
  for (const field of around.ownFields) {
    const key = ownFieldKey(field.id);
    const value = readOwnCell(field, values[key] ?? '');
    if (value === null) problems.push({ field: key, problem: 'valueUnread' });
    else if (value) ownValues.set(field.id, value);
  }
  return {
    extras: {
      kpp: plainCode(values.kpp),
      priceType: values.priceType,
      assignedTo: managers?.length === 1 ? managers[0]! : null,
      emails: addresses,
      products: [...new Set(products)].filter((id) => id !== null),
      contact,
      ownValues,
    },
    problems,
  };
}

/** A name may hold a comma itself. */
function readProducts(cell: string, { projects }: Surroundings): (string | null)[] {
  const whole = projects.get(normaliseName(cell));
  return whole ? [whole] : splitNames(cell).map((name) => projects.get(normaliseName(name)) ?? null);
}

function readContact(
  { contactPerson, contactBirthday, contactPhone, city }: ImportValues,
  { cities, today }: Surroundings,
  problems: RowProblem[],
): CardExtras<CardPhone>['contact'] {
  if (!contactBirthday && !contactPhone) return null;
  if (isMissing(contactPerson)) {
    problems.push({ field: contactBirthday ? 'contactBirthday' : 'contactPhone', problem: 'contactUntold' });
    return null;
  }
  const read = readBirthday(contactBirthday);
  const birthday = read !== null && (read.startsWith('-') || read <= today) ? read : null;
  if (birthday === null) problems.push({ field: 'contactBirthday', problem: 'birthdayUnread' });
  const phone = contactPhone ? cardPhone({ raw: contactPhone }, cities.diallingCode(city)) : null;
  if (phone && phone.e164 === null) problems.push({ field: 'contactPhone', problem: 'phoneUnread' });
  return birthday || phone ? { name: contactPerson, birthday: birthday ?? '', phone } : null;
}

/** What a card has of it that was made from such a row. */
export function knownOf({ contact, ...extras }: CardExtras<CardPhone>): KnownExtras {
  const { name = '', birthday = '', phone = null } = contact ?? {};
  return { ...extras, contacts: contact ? [{ id: '', name, birthday, hasPhone: phone !== null }] : [] };
}
