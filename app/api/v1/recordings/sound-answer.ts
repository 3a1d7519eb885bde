import { recordingKeeper } from '@/lib/context';
import { notFound } from '@/lib/domain/errors';
import { readByteRange } from '@/lib/domain/recordings/byte-range';
import type { KeptFile } from '@/lib/domain/recordings/recording';

/** The file of a recording, or the part of it that the request asks for. @throws Refusal `notFound` when it is not on the disk as it was kept */
export async function soundAnswer(
  { id, length, sha256 }: KeptFile & { id: string },
  request: Request,
  extraHeaders: Record<string, string> = {},
): Promise<Response> {
  const headers = {
    'accept-ranges': 'bytes',
    'cache-control': 'private, no-store',
    'content-type': 'audio/wav',
    etag: `"${sha256}"`,
    ...extraHeaders,
  };
  const range = readByteRange(request.headers.get('range'), length);
  if (range === 'unsatisfiable') {
    return new Response(null, {
      status: 416,
      headers: { ...headers, 'content-range': `bytes */${length}` },
    });
  }
  const { start, end } = range ?? { start: 0, end: length - 1 };
  const sound = await recordingKeeper().open(id, { start, end }, length);
  if (!sound) throw notFound('sound of the recording');
  return new Response(sound, {
    status: range ? 206 : 200,
    headers: {
      ...headers,
      'content-length': String(end - start + 1),
      ...(range && { 'content-range': `bytes ${start}-${end}/${length}` }),
    },
  });
}
