export const folderSteps = [
  'folderComplete',
  'signatures',
  'courierCalled',
  'clientCalled',
  'contactsSent',
  'deliveryReaction',
  'box',
  'keyAndDisc',
  'book',
  'acts',
] as const;
/** ON-2: what is done about a folder, in the order of the rule. */
export type FolderStep = (typeof folderSteps)[number];

/** ON-0: what is done for a parcel alone. */
const ofParcel: ReadonlySet<FolderStep> = new Set([
  'courierCalled',
  'deliveryReaction',
  'box',
  'keyAndDisc',
  'book',
]);

/** ON-2: the products that come with a book unless the administrator says otherwise, by their names. */
export const bookProducts: readonly string[] = ['ArchiMed+', 'ArchiSport'];

/** `hasBook`: one of the products comes with a book (ON-2). */
export type WhatWasSold = { hasBook: boolean; hasParts: boolean };

/** Whether the step is asked for at all; the others stand as «не требуется» (ON-0, ON-2). */
export function isRequired(step: FolderStep, { hasBook, hasParts }: WhatWasSold): boolean {
  if (!hasParts && ofParcel.has(step)) return false;
  return step !== 'book' || hasBook;
}

/** ON-2: those asked for, in the order of the checklist. */
export const requiredSteps = (sold: WhatWasSold): FolderStep[] =>
  folderSteps.filter((step) => isRequired(step, sold));
