import { extensionOf } from '@/lib/domain/attachments/file-type';

/** What a letter of recommendation comes as: a document or a picture of one. A file is kept only as what its name says it is. */
export const letterExtensions = [
  'pdf',
  'doc',
  'docx',
  'odt',
  'rtf',
  'jpg',
  'jpeg',
  'png',
  'heic',
  'tif',
  'tiff',
] as const;

/** By the ending of its name alone. */
export const isLetterFile = (name: string) => letterExtensions.some((one) => one === extensionOf(name));
