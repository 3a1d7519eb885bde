import { doorOf } from '@/app/api/v1/door';
import { officeTimeZone } from '@/app/request-language';
import { dispositionOf } from '@/lib/domain/attachments/attachment';
import { exportContracts } from '@/lib/domain/exports/exports.contract';
import { parseLocale } from '@/lib/i18n/locale';
import { exportList } from '@/lib/operations/exports/export-list';
import { csvStream } from './csv-stream';
import { wordsFor } from './words';

export const GET = doorOf(
  exportContracts.take,
  exportList,
  ({ list, fileName, rows, codeLengthOf }, request) => {
    const language = parseLocale(new URL(request.url).searchParams.get('language'));
    return new Response(csvStream(list, rows, wordsFor(language, officeTimeZone(), codeLengthOf)), {
      headers: {
        'cache-control': 'no-store',
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': dispositionOf(fileName),
      },
    });
  },
);
