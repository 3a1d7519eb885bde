import { doorOf } from '@/app/api/v1/door';
import { officeTimeZone } from '@/app/request-language';
import { erasureContracts } from '@/lib/domain/personal-data/personal-data.contract';
import { parseLocale } from '@/lib/i18n/locale';
import { getAct } from '@/lib/operations/personal-data/get-act';
import { actPage } from './act-page';

export const GET = doorOf(erasureContracts.act, getAct, (act, request) => {
  const language = parseLocale(new URL(request.url).searchParams.get('language'));
  return new Response(actPage(act, { language, timeZone: officeTimeZone() }), {
    headers: {
      'cache-control': 'private, no-store',
      'content-type': 'text/html; charset=utf-8',
      'content-disposition': `attachment; filename="act-${act.erasure.number}.html"`,
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    },
  });
});
