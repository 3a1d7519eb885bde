import { doorOf } from '@/app/api/v1/door';
import { recordingKeeper } from '@/lib/context';
import { notFound } from '@/lib/domain/errors';
import { readByteRange } from '@/lib/domain/recordings/byte-range';
import { recordingContracts } from '@/lib/domain/recordings/recordings.contract';
import { listenToRecording } from '@/lib/operations/recordings/listen-to-recording';

export const GET = doorOf(
  recordingContracts.listen,
  listenToRecording,
  async ({ id, byteLength, sha256 }, request) => {
    const headers = {
      'accept-ranges': 'bytes',
      'cache-control': 'private, no-store',
      'content-type': 'audio/wav',
      etag: `"${sha256}"`,
    };
    const range = readByteRange(request.headers.get('range'), byteLength);
    if (range === 'unsatisfiable') {
      return new Response(null, {
        status: 416,
        headers: { ...headers, 'content-range': `bytes */${byteLength}` },
      });
    }
    const { start, end } = range ?? { start: 0, end: byteLength - 1 };
    const sound = await recordingKeeper().open(id, { start, end });
    if (!sound) throw notFound('sound of the recording');
    return new Response(sound, {
      status: range ? 206 : 200,
      headers: {
        ...headers,
        'content-length': String(end - start + 1),
        ...(range && { 'content-range': `bytes ${start}-${end}/${byteLength}` }),
      },
    });
  },
);
