import { sql } from 'drizzle-orm';
import type { CounterpartyStatus } from '@/lib/domain/counterparties/counterparty';
import type { Likeness } from '@/lib/domain/counterparties/likeness';
import type { MergedBefore, MergedRecords } from '@/lib/domain/counterparties/merge';
import type { CardFieldKind } from '@/lib/domain/counterparties/own-field';
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
      inn: k.text('inn').notNull().default(''),
      kpp: k.text('kpp').notNull().default(''),
      priceType: k.text('price_type').notNull().default(''),
      note: k.text('note').notNull(),
      assignedTo: k.text('assigned_to'),
      createdAt: k.time('created_at').notNull(),
      createdBy: k.text('created_by'),
      updatedAt: k.time('updated_at').notNull(),
      version: k.integer('version').notNull(),
      /** The card that this one was merged into; everything of it hangs there. */
      mergedInto: k.text('merged_into'),
      /** When the erasure of it began: from then on nothing is written to it. */
      erasedAt: k.time('erased_at'),
    },
    (t) => [
      k.index('counterparties_changed').on(t.updatedAt, t.id),
      k.index('counterparties_name').on(t.sortKey, t.id),
      k.index('counterparties_name_norm').on(t.nameNorm, t.id),
      k.index('counterparties_status').on(t.status, t.sortKey, t.id),
      k.index('counterparties_status_changed').on(t.status, t.updatedAt, t.id),
      k.index('counterparties_city').on(t.city, t.sortKey, t.id),
      k.index('counterparties_city_status').on(t.city, t.status, t.sortKey, t.id),
      k.index('counterparties_city_changed').on(t.city, t.updatedAt, t.id),
      k.index('counterparties_city_status_changed').on(t.city, t.status, t.updatedAt, t.id),
      k.index('counterparties_category').on(t.category, t.sortKey, t.id),
      k.index('counterparties_category_changed').on(t.category, t.updatedAt, t.id),
      k.index('counterparties_manager').on(t.assignedTo, t.sortKey, t.id),
      k.index('counterparties_manager_changed').on(t.assignedTo, t.updatedAt, t.id),
      k.index('counterparties_created').on(t.createdAt, t.id),
      k.index('counterparties_assigned').on(t.assignedTo, t.id).where(sql`assigned_to is not null`),
      k.index('counterparties_inn').on(t.inn, t.id).where(sql`inn <> ''`),
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
      /** Whose it is among the contact persons; null for the counterparty's own. */
      contactId: k.text('contact_id'),
    },
    (t) => [
      k.index('counterparty_phones_e164').on(t.e164),
      k.index('counterparty_phones_reversed').on(t.digitsReversed),
      k.index('counterparty_phones_counterparty').on(t.counterpartyId, t.position),
    ],
  );

  const counterpartyEmails = k.table(
    'counterparty_emails',
    {
      id: k.text('id').primaryKey(),
      counterpartyId: k.text('counterparty_id').notNull(),
      address: k.text('address').notNull(),
      addressNorm: k.sortable('address_norm').notNull(),
      position: k.integer('position').notNull(),
      /** Whose it is among the contact persons; null for the counterparty's own. */
      contactId: k.text('contact_id'),
    },
    (t) => [
      k.index('counterparty_emails_address').on(t.addressNorm, t.counterpartyId),
      k.index('counterparty_emails_counterparty').on(t.counterpartyId, t.position),
    ],
  );

  const counterpartyContacts = k.table(
    'counterparty_contacts',
    {
      id: k.text('id').primaryKey(),
      counterpartyId: k.text('counterparty_id').notNull(),
      name: k.text('name').notNull(),
      role: k.text('role').notNull(),
      /** `YYYY-MM-DD`, `--MM-DD` without the year, or empty. */
      birthday: k.text('birthday').notNull(),
      position: k.integer('position').notNull(),
    },
    (t) => [k.index('counterparty_contacts_counterparty').on(t.counterpartyId, t.position)],
  );

  /** Which of our products the counterparty has. */
  const counterpartyProducts = k.table(
    'counterparty_products',
    {
      counterpartyId: k.text('counterparty_id').notNull(),
      projectId: k.text('project_id').notNull(),
      /** Both are those of the card, for a list of the cards that have a product. */
      sortKey: k.sortable('sort_key').notNull().default(''),
      updatedAt: k.time('updated_at').notNull().default(0),
    },
    (t) => [
      k.primaryKey({ columns: [t.counterpartyId, t.projectId] }),
      k.index('counterparty_products_name').on(t.projectId, t.sortKey, t.counterpartyId),
      k.index('counterparty_products_changed').on(t.projectId, t.updatedAt, t.counterpartyId),
    ],
  );

  /** What an administrator has added to the card. */
  const cardFields = k.table('card_fields', {
    id: k.text('id').primaryKey(),
    name: k.text('name').notNull(),
    nameEn: k.text('name_en').notNull(),
    kind: k.text('kind').$type<CardFieldKind>().notNull(),
    choices: k.json<string[]>('choices').notNull(),
    position: k.integer('position').notNull(),
    createdAt: k.time('created_at').notNull(),
    /** Not asked for any more; what was filled in stays. */
    disabledAt: k.time('disabled_at'),
  });

  const counterpartyValues = k.table(
    'counterparty_values',
    {
      counterpartyId: k.text('counterparty_id').notNull(),
      fieldId: k.text('field_id').notNull(),
      value: k.text('value').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.counterpartyId, t.fieldId] })],
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

  /** Two cards that may be one counterparty; `oneId` is the smaller id. */
  const counterpartyPairs = k.table(
    'counterparty_pairs',
    {
      id: k.text('id').primaryKey(),
      oneId: k.text('one_id').notNull(),
      otherId: k.text('other_id').notNull(),
      likeness: k.json<Likeness[]>('likeness').notNull(),
      foundAt: k.time('found_at').notNull(),
      /** Somebody said that they are not the same. */
      dismissedAt: k.time('dismissed_at'),
      dismissedBy: k.text('dismissed_by'),
      /** The merge that left one of the two without anything. */
      mergeId: k.text('merge_id'),
    },
    (t) => [
      k.uniqueIndex('counterparty_pairs_cards').on(t.oneId, t.otherId),
      k.index('counterparty_pairs_other').on(t.otherId),
      k.index('counterparty_pairs_merge').on(t.mergeId).where(sql`merge_id is not null`),
      k
        .index('counterparty_pairs_open')
        .on(t.foundAt, t.id)
        .where(sql`dismissed_at is null and merge_id is null`),
    ],
  );

  const counterpartyMerges = k.table(
    'counterparty_merges',
    {
      id: k.text('id').primaryKey(),
      survivorId: k.text('survivor_id').notNull(),
      mergedId: k.text('merged_id').notNull(),
      mergedAt: k.time('merged_at').notNull(),
      mergedBy: k.text('merged_by').notNull(),
      /** The survivor's version that an undoing must still find. */
      survivorVersion: k.integer('survivor_version').notNull(),
      /** Both cards as they were, and whose their rounds were. */
      before: k.json<MergedBefore>('before').notNull(),
      /** Ids of what hung on the merged card, and of what went to another manager. */
      moved: k.json<MergedRecords>('moved').notNull(),
      undoneAt: k.time('undone_at'),
      undoneBy: k.text('undone_by'),
    },
    (t) => [
      k
        .index('counterparty_merges_survivor')
        .on(t.survivorId, t.mergedAt, t.id)
        .where(sql`undone_at is null`),
    ],
  );

  return {
    counterparties,
    counterpartyPhones,
    counterpartyEmails,
    counterpartyContacts,
    counterpartyProducts,
    cardFields,
    counterpartyValues,
    counterpartyWords,
    counterpartyWordEndings,
    contracts,
    counterpartyPairs,
    counterpartyMerges,
  };
}
