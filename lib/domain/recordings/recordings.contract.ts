import { z } from 'zod';
import { contract } from '@/lib/domain/contract';
import { recordId } from '@/lib/domain/text-field';

const params = z.object({ recordingId: recordId });

export const recordingContracts = {
  listen: contract({
    method: 'get',
    path: '/recordings/{recordingId}/audio',
    summary:
      'The sound of a recording, whole or the part a Range header asks for; who listened is kept (CS-10)',
    params,
    response: z.instanceof(Uint8Array).meta({ type: 'string', format: 'binary' }),
    mediaType: 'audio/wav',
  }),
  download: contract({
    method: 'get',
    path: '/recordings/{recordingId}/file',
    summary: 'A recording as a file to take along; who took it is kept (CS-10)',
    params,
    response: z.instanceof(Uint8Array).meta({ type: 'string', format: 'binary' }),
    mediaType: 'audio/wav',
  }),
};
