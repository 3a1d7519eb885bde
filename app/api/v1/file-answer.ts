import { dispositionOf } from '@/lib/domain/attachments/attachment';

/** A file to be kept by the browser, never shown in a page of ours. */
export const fileAnswer = (
  bytes: Uint8Array<ArrayBuffer>,
  { fileName, mediaType }: { fileName: string; mediaType: string },
) =>
  new Response(bytes, {
    headers: {
      'cache-control': 'private, no-store',
      'content-disposition': dispositionOf(fileName),
      'content-length': String(bytes.byteLength),
      'content-security-policy': "default-src 'none'; sandbox",
      'content-type': mediaType,
      'x-content-type-options': 'nosniff',
    },
  });
