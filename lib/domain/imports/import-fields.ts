import { cardLimits } from '@/lib/domain/counterparties/card-limits';
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
export type ImportField = (typeof importFields)[number];

/** By what the card of a row is found, when the row is of something that a counterparty has. */
const ofCard = ['name', 'inn', 'phone'] as const;

/** What a file of a kind may hold, in the order in which headings are guessed: a word may stand in several of them. */
export const fieldsOfKind: Record<ImportKind, readonly ImportField[]> = {
  counterparties: ['contract', 'phone', 'inn', 'contactPerson', 'city', 'category', 'status', 'note', 'name'],
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
export const neededOfKind: Record<ImportKind, readonly ImportField[]> = {
  counterparties: ['name'],
  contracts: ['contract'],
  purchases: ['sum', 'boughtOn'],
  appeals: ['topic', 'createdOn'],
};

/** One of these leads to the card; none is needed of a kind that makes cards. */
export const leadsToCard: Record<ImportKind, readonly ImportField[]> = {
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
  if (field === 'note') return longestNote[kind];
  if (field === 'topic' || field === 'type') return recordLimits[field];
  if (field === 'closeReason') return 1000;
  return field in cardLimits ? cardLimits[field as keyof typeof cardLimits] : 100;
}

/** Why rows of this kind cannot be read by the mapping, as a message key; null when they can. */
export function mappingProblem(kind: ImportKind, mapping: ImportMapping): string | null {
  const mapped = Object.values(mapping);
  if (new Set(mapped).size !== mapped.length) return 'import.errors.columnTwice';
  if (mapped.some((field) => !fieldsOfKind[kind].includes(field))) return 'import.errors.fieldOfAnotherKind';
  if (neededOfKind[kind].some((field) => !mapped.includes(field))) return `import.errors.notMapped.${kind}`;
  const leads = leadsToCard[kind];
  if (leads.length > 0 && !leads.some((field) => mapped.includes(field))) return 'import.errors.noCardMapped';
  return null;
}

const headings: Record<ImportField, RegExp> = {
  contract: /договор|contract/,
  phone: /телефон|(^|[^а-яё])тел([^а-яё]|$)|phone|моб/,
  inn: /(^|[^а-яё])инн([^а-яё]|$)|(^|\W)inn(\W|$)|tax/,
  contactPerson: /контактн|контакт|contact|фио|представител/,
  city: /город|группа|city|group/,
  category: /категория|category/,
  status: /статус|status|тип клиента/,
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

/** Guesses the columns from their headings, each field once; a heading nobody knows is left out. */
export function guessImportMapping(kind: ImportKind, titles: readonly string[]): ImportMapping {
  const mapping: ImportMapping = {};
  for (const field of fieldsOfKind[kind]) {
    const column = titles.findIndex(
      (title, index) => !(index in mapping) && headings[field].test(title.toLocaleLowerCase('ru')),
    );
    if (column >= 0) mapping[column] = field;
  }
  return mapping;
}
