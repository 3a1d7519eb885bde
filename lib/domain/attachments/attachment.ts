import type { RecordingKeeper } from '@/lib/domain/recordings/recording';

/** A scanned contract of some pages; what is larger is divided or sent otherwise. */
export const largestAttachmentBytes = 10 * 1024 * 1024;
export const attachmentNameLimit = 200;
/** How long a removed one can be brought back. */
export const restorableDays = 30;

/** Why a file cannot be kept, as far as is seen before it is read: the end of a message key. */
export function unfitToKeep(file: {
  name: string;
  size: number;
}): 'empty' | 'tooLarge' | 'nameTooLong' | null {
  if (file.size === 0) return 'empty';
  if (file.size > largestAttachmentBytes) return 'tooLarge';
  return file.name.trim().length > attachmentNameLimit ? 'nameTooLong' : null;
}

/** Where attachments are kept, as recordings are. */
export type AttachmentKeeper = RecordingKeeper;

/** Nobody removed it, and its file is not deleted. */
export const isAttachmentHere = (file: { removedAt: number | null; fileDeletedAt: number | null }) =>
  file.removedAt === null && file.fileDeletedAt === null;

/** The last part of a path, without what no file system takes. */
export function plainFileName(name: string): string {
  const last = name.normalize('NFC').split(/[\\/]/).at(-1)!;
  return last
    .replace(/[\p{C}<>:"|?*]/gu, '')
    .replace(/^\.+/, '')
    .trim();
}

/** The header that makes a browser keep the file and never show it. */
export function dispositionOf(name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
