import { doorOf } from '@/app/api/v1/door';
import { officeTimeZone } from '@/app/request-language';
import { attachmentKeeper, recordingKeeper } from '@/lib/context';
import { personalDataContracts } from '@/lib/domain/personal-data/personal-data.contract';
import { parseLocale } from '@/lib/i18n/locale';
import { exportPersonalData } from '@/lib/operations/personal-data/export-personal-data';
import { zipChunks } from '@/lib/recordings/zip-stream';
import { archiveOf } from './archive-of';

export const GET = doorOf(personalDataContracts.take, exportPersonalData, (data, request) => {
  const language = parseLocale(new URL(request.url).searchParams.get('language'));
  const keepers = { recordings: recordingKeeper(), attachments: attachmentKeeper() };
  const chunks = zipChunks(archiveOf(data, keepers, { language, timeZone: officeTimeZone() }), data.at);
  return new Response(asTaken(chunks), {
    headers: {
      'cache-control': 'private, no-store',
      'content-type': 'application/zip',
      'content-disposition': 'attachment; filename="personal-data.zip"',
    },
  });
});

/** A stream that is made as it is taken. */
const asTaken = (chunks: AsyncGenerator<Uint8Array>) =>
  new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await chunks.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
