import type { CounterpartyStatus } from '@/lib/domain/counterparties/counterparty';
import type { Kit } from './kit';

export function defineCounterparties(k: Kit) {
  const counterparties = k.table(
    'counterparties',
    {
      id: k.text('id').primaryKey(),
      name: k.text('name').notNull(),
      nameNorm: k.sortable('name_norm').notNull(),
      sortKey: k.sortable('sort_key').notNull(),
      status: k.text('status').$type<CounterpartyStatus>().notNull(),
      category: k.text('category').notNull(),
      cityId: k.text('city_id'),
      city: k.text('city').notNull(),
      contactPerson: k.text('contact_person').notNull(),
      note: k.text('note').notNull(),
      emails: k.json<string[]>('emails').notNull().default([]),
      assignedTo: k.text('assigned_to'),
      createdAt: k.time('created_at').notNull(),
      createdBy: k.text('created_by'),
      updatedAt: k.time('updated_at').notNull(),
      version: k.integer('version').notNull(),
    },
    (t) => [
      k.index('counterparties_name').on(t.sortKey, t.id),
      k.index('counterparties_name_norm').on(t.nameNorm, t.id),
      k.index('counterparties_status').on(t.status, t.sortKey, t.id),
      k.index('counterparties_created').on(t.createdAt, t.id),
    ],
  );

  const counterpartyPhones = k.table(
    'counterparty_phones',
    {
      id: k.text('id').primaryKey(),
      counterpartyId: k.text('counterparty_id').notNull(),
      raw: k.text('raw').notNull(),
      e164: k.text('e164'),
      extension: k.text('extension'),
      digitsReversed: k.sortable('digits_reversed').notNull(),
      position: k.integer('position').notNull(),
    },
    (t) => [
      k.index('counterparty_phones_e164').on(t.e164),
      k.index('counterparty_phones_reversed').on(t.digitsReversed),
      k.index('counterparty_phones_counterparty').on(t.counterpartyId, t.position),
    ],
  );

  const counterpartyWords = k.table(
    'counterparty_words',
    {
      word: k.sortable('word').notNull(),
      counterpartyId: k.text('counterparty_id').notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.word, t.counterpartyId] }),
      k.index('counterparty_words_counterparty').on(t.counterpartyId),
    ],
  );

  /** The endings of each word that some card has or had, so that a word is found by its middle. */
  const counterpartyWordEndings = k.table(
    'counterparty_word_endings',
    { ending: k.sortable('ending').notNull(), word: k.sortable('word').notNull() },
    (t) => [k.primaryKey({ columns: [t.ending, t.word] })],
  );

  const contracts = k.table(
    'contracts',
    {
      id: k.text('id').primaryKey(),
      counterpartyId: k.text('counterparty_id').notNull(),
      number: k.text('number').notNull(),
      numberNorm: k.sortable('number_norm').notNull(),
      createdAt: k.time('created_at').notNull(),
    },
    (t) => [
      k.index('contracts_number').on(t.numberNorm),
      k.index('contracts_counterparty').on(t.counterpartyId),
    ],
  );

  const counterpartyImports = k.table(
    'counterparty_imports',
    {
      id: k.text('id').primaryKey(),
      fileName: k.text('file_name').notNull(),
      employeeId: k.text('employee_id').notNull(),
      mapping: k.json<Record<string, string>>('mapping').notNull(),
      rowCount: k.integer('row_count').notNull(),
      createdCount: k.integer('created_count').notNull(),
      updatedCount: k.integer('updated_count').notNull(),
      errors: k.json<{ row: number; field: string; problem: string }[]>('errors').notNull(),
      createdAt: k.time('created_at').notNull(),
    },
    (t) => [k.index('counterparty_imports_newest').on(t.createdAt, t.id)],
  );

  return {
    counterparties,
    counterpartyPhones,
    counterpartyWords,
    counterpartyWordEndings,
    contracts,
    counterpartyImports,
  };
}
