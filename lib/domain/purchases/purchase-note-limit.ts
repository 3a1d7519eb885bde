/** Characters. */
export const purchaseNoteLimit = 1000;
