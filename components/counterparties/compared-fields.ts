import type { ComparedCard } from '@/lib/domain/counterparties/duplicates.contract';
import {
  type MergeField,
  type MergeSide,
  mergeFields,
  sideByDefault,
} from '@/lib/domain/counterparties/merge';

const valueOfField = (card: ComparedCard, field: MergeField): string | null =>
  field === 'assignedTo' ? (card.assignedTo?.id ?? null) : card[field];

/** A field of two cards beside each other, and whose value stays unless somebody chooses otherwise. */
export type ComparedField = { field: MergeField; isSame: boolean; byDefault: MergeSide };

/** The fields in which at least one of the cards holds something. */
export function comparedFields(own: ComparedCard, other: ComparedCard): ComparedField[] {
  return mergeFields
    .map((field) => {
      const [here, there] = [valueOfField(own, field), valueOfField(other, field)];
      return { field, here, there, isSame: here === there, byDefault: sideByDefault(field, here, there) };
    })
    .filter(({ here, there }) => here || there)
    .map(({ field, isSame, byDefault }) => ({ field, isSame, byDefault }));
}
