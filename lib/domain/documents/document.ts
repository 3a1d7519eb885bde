export const documentKinds = [
  'titlePage',
  'handOverAct',
  'workAct',
  'courierLabel',
  'contactsLetter',
  'recommendationRequest',
] as const;
/** What is made from a template for a folder. `handOverAct` is made for each product (ON-2). */
export type DocumentKind = (typeof documentKinds)[number];

export const documentFormats = ['pdf', 'docx'] as const;
export type DocumentFormat = (typeof documentFormats)[number];

/** A document as it is printed; lines that are empty are gaps. */
export type PrintedDocument = { title: string; lines: readonly string[] };

export const mediaTypeOf: Record<DocumentFormat, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** Hundreds of files of one folder are told apart by name and number. */
export const fileNameOf = (title: string, format: DocumentFormat) =>
  `${title.replace(/[\\/:*?"<>|]/g, '-').trim() || 'документ'}.${format}`;
