/** The fields of which one of the two cards' values stays. */
export const mergeFields = [
  'name',
  'status',
  'category',
  'city',
  'contactPerson',
  'inn',
  'kpp',
  'priceType',
  'assignedTo',
  'note',
] as const;
export type MergeField = (typeof mergeFields)[number];

/** Whose value is taken: the surviving card's own, or the other one's. */
export type MergeSide = 'own' | 'other';

/** Rows of both cards as they were, by the names of their tables. */
export type MergedBefore = Record<'survivor' | 'merged', CardRows> & {
  /** Those of the surviving card as the merge left them; merges of old have none. */
  after?: CardRows;
};

/** Rows by the names of their tables. */
export type CardRows = Record<string, Record<string, unknown>[]>;

/**
 * Ids of the records that hung on the merged card, by the names of their tables; and of the folders and next reactions that
 * went to whom the one card belongs to.
 */
export type MergedRecords = Record<string, string[]>;

/** What is taken when nobody chose: the surviving card's value, unless it has none. */
export function sideByDefault(field: MergeField, own: unknown, other: unknown): MergeSide {
  if (field === 'status') return own === 'prospect' && other !== 'prospect' ? 'other' : 'own';
  const isNothing = (value: unknown) => value === null || value === '' || value === '—';
  return isNothing(own) && !isNothing(other) ? 'other' : 'own';
}
