import { z } from 'zod';
import type { CounterpartyStatus } from './counterparty';

export const importFields = [
  'name',
  'contract',
  'phone',
  'city',
  'contactPerson',
  'category',
  'status',
  'note',
] as const;
export type ImportField = (typeof importFields)[number];

/** Which field each column of the file holds, by the column's position; absent: the column is left out. */
export const importMappingSchema = z
  .record(z.string().regex(/^\d{1,3}$/), z.enum(importFields))
  .refine((mapping) => Object.values(mapping).includes('name'), { error: 'import.errors.nameNotMapped' })
  .refine((mapping) => new Set(Object.values(mapping)).size === Object.values(mapping).length, {
    error: 'import.errors.columnTwice',
  });
export type ImportMapping = z.output<typeof importMappingSchema>;

const headings: Record<ImportField, RegExp> = {
  contract: /договор|contract/,
  phone: /телефон|(^|[^а-яё])тел([^а-яё]|$)|phone|моб/,
  contactPerson: /контакт|contact|фио|представител/,
  city: /город|группа|city|group/,
  category: /категория|category/,
  status: /статус|status|тип клиента/,
  note: /примечан|заметк|коммент|note|comment/,
  name: /наименование|название|организация|контрагент|клиент|компания|name|company|client/,
};

const order: ImportField[] = [
  'contract',
  'phone',
  'contactPerson',
  'city',
  'category',
  'status',
  'note',
  'name',
];

/** Guesses the columns from their headings, each field once; a heading nobody knows is left out. */
export function guessImportMapping(titles: readonly string[]): Record<string, ImportField> {
  const mapping: Record<string, ImportField> = {};
  for (const field of order) {
    const column = titles.findIndex(
      (title, index) => !(index in mapping) && headings[field].test(title.toLocaleLowerCase('ru')),
    );
    if (column >= 0) mapping[column] = field;
  }
  return mapping;
}

/** «Клиент», «дилер», «потенциальный клиент» in either language; null for anything else. */
export function readStatus(text: string): CounterpartyStatus | null {
  const word = text.trim().toLocaleLowerCase('ru');
  if (/^(потенциальн|prospect)/.test(word)) return 'prospect';
  if (/^(дилер|dealer)/.test(word)) return 'dealer';
  if (/^(клиент|client)/.test(word)) return 'client';
  return null;
}
