import { cardLimits } from '@/lib/domain/counterparties/card-limits';
import { ownFieldKey, ownFieldLimits } from '@/lib/domain/counterparties/own-field';
import { purchaseNoteLimit } from '@/lib/domain/purchases/purchase-note-limit';
import { recordLimits } from '@/lib/domain/reactions/record-limits';
import type { ImportKind } from './import-kind';
import type { ImportMapping } from './import-mapping';

export const importFields = [
  'name',
  'inn',
  'contract',
  'phone',
  'city',
  'contactPerson',
  'contactPhone',
  'contactBirthday',
  'emails',
  'kpp',
  'priceType',
  'manager',
  'products',
  'category',
  'status',
  'sum',
  'boughtOn',
  'paidOn',
  'topic',
  'type',
  'project',
  'createdOn',
  'closedOn',
  'closeReason',
  'dueOn',
  'note',
] as const;
export type PlainImportField = (typeof importFields)[number];
/** A field that an administrator has added to the card, named as the history of a card names it. */
export type OwnImportField = `own_${string}`;
export type ImportField = PlainImportField | OwnImportField;

export const isOwnImportField = (field: ImportField): field is OwnImportField => field.startsWith('own_');

/** By what the card of a row is found, when the row is of something that a counterparty has. */
const ofCard = ['name', 'inn', 'phone'] as const;

/** What a file of a kind may hold, in the order in which headings are guessed: a word may stand in several of them. */
export const fieldsOfKind: Record<ImportKind, readonly PlainImportField[]> = {
  counterparties: [
    'contract',
    'contactPhone',
    'phone',
    'emails',
    'inn',
    'kpp',
    'contactBirthday',
    'contactPerson',
    'city',
    'category',
    'priceType',
    'status',
    'manager',
    'products',
    'note',
    'name',
  ],
  contracts: ['contract', 'phone', 'inn', 'name'],
  purchases: ['contract', 'sum', 'paidOn', 'boughtOn', 'phone', 'inn', 'project', 'note', 'name'],
  appeals: [
    'closeReason',
    'closedOn',
    'dueOn',
    'createdOn',
    'topic',
    'type',
    'project',
    'contract',
    'phone',
    'inn',
    'note',
    'name',
  ],
};

/** What must stand in every row. */
export const neededOfKind: Record<ImportKind, readonly PlainImportField[]> = {
  counterparties: ['name'],
  contracts: ['contract'],
  purchases: ['sum', 'boughtOn'],
  appeals: ['topic', 'createdOn'],
};

/** One of these leads to the card; none is needed of a kind that makes cards. */
const leadsToCard: Record<ImportKind, readonly PlainImportField[]> = {
  counterparties: [],
  contracts: ofCard,
  purchases: [...ofCard, 'contract'],
  appeals: [...ofCard, 'contract'],
};

const longestNote: Record<ImportKind, number> = {
  counterparties: cardLimits.note,
  contracts: cardLimits.note,
  purchases: purchaseNoteLimit,
  appeals: recordLimits.note,
};

/** The longest a value may be, in characters. */
export function longestOf(kind: ImportKind, field: ImportField): number {
  if (isOwnImportField(field)) return ownFieldLimits.value;
  if (field === 'note') return longestNote[kind];
  if (field === 'emails') return cardLimits.emails * cardLimits.email;
  if (field === 'products') return 4000;
  if (field === 'contactPhone') return cardLimits.phone;
  if (field === 'topic' || field === 'type') return recordLimits[field];
  if (field === 'closeReason') return 1000;
  return field in cardLimits ? cardLimits[field as keyof typeof cardLimits] : 100;
}

/** Why rows of this kind cannot be read by the mapping, as a message key; null when they can. */
export function mappingProblem(kind: ImportKind, mapping: ImportMapping): string | null {
  const mapped = Object.values(mapping);
  if (new Set(mapped).size !== mapped.length) return 'import.errors.columnTwice';
  if (mapped.some((field) => !isFieldOfKind(kind, field))) return 'import.errors.fieldOfAnotherKind';
  if (neededOfKind[kind].some((field) => !mapped.includes(field))) return `import.errors.notMapped.${kind}`;
  const leads = leadsToCard[kind];
  if (leads.length > 0 && !leads.some((field) => mapped.includes(field))) return 'import.errors.noCardMapped';
  return null;
}

const isFieldOfKind = (kind: ImportKind, field: ImportField) =>
  isOwnImportField(field) ? kind === 'counterparties' : fieldsOfKind[kind].includes(field);

const headings: Record<PlainImportField, RegExp> = {
  contract: /договор|contract/,
  contactPhone:
    /(контактн\S* лиц|представител).*(тел|моб)|(тел|моб).*(контактн\S* лиц|представител)|contact person.*(phone|mobile)|(phone|mobile).*contact person/,
  phone: /телефон|(^|[^а-яё])тел([^а-яё]|$)|phone|моб/,
  inn: /(^|[^а-яё])инн([^а-яё]|$)|(^|\W)inn(\W|$)|tax/,
  kpp: /(^|[^а-яё])кпп([^а-яё]|$)|(^|\W)kpp(\W|$)/,
  emails: /e-?mail|почт|имейл|(^|[^а-яё])эл\S* адрес/,
  contactBirthday: /рожден|рождён|birth/,
  contactPerson: /контактн|контакт|contact|фио|представител/,
  city: /город|группа|city|group/,
  category: /категория|category/,
  priceType: /(тип|вид|категория) цен|прайс|price/,
  status: /статус|status|тип клиента/,
  manager:
    /менеджер|(^|[^а-яё])мко([^а-яё]|$)|ведёт|ведет|looked after|ответственн|закрепл|manager|responsible|assigned/,
  products: /продукт|товар|product/,
  sum: /сумма|стоимость|цена|sum|amount|total/,
  paidOn: /оплач|оплат|paid|payment/,
  boughtOn: /дата|куплен|покупк|date|bought/,
  topic: /тема|вопрос|topic|subject/,
  type: /тип|вид|type|kind/,
  project: /проект|продукт|товар|project|product/,
  createdOn: /создан|открыт|поступ|дата|created|opened|date/,
  closedOn: /закрыт|closed/,
  closeReason: /причина|reason/,
  dueOn: /срок|due|deadline/,
  note: /примечан|заметк|коммент|note|comment/,
  name: /наименование|название|организация|контрагент|клиент|компания|name|company|client|counterparty/,
};

/**
 * Guesses the columns from their headings, each field once; a heading nobody knows is left out. A heading that is the name of
 * an own field of the card is that field.
 */
export function guessImportMapping(
  kind: ImportKind,
  titles: readonly string[],
  ownFields: readonly { id: string; name: string; nameEn: string }[] = [],
): ImportMapping {
  const mapping: ImportMapping = {};
  const plainTitles = titles.map((title) => title.trim().toLocaleLowerCase('ru'));
  const guess = (field: ImportField, isMeant: (title: string) => boolean) => {
    const column = plainTitles.findIndex((title, index) => !(index in mapping) && isMeant(title));
    if (column >= 0) mapping[column] = field;
  };
  for (const { id, name, nameEn } of kind === 'counterparties' ? ownFields : []) {
    const names = [name, nameEn].filter(Boolean).map((one) => one.trim().toLocaleLowerCase('ru'));
    guess(ownFieldKey(id), (title) => names.includes(title));
  }
  for (const field of fieldsOfKind[kind]) guess(field, (title) => headings[field].test(title));
  return mapping;
}
