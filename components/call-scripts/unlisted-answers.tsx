'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { CsvButton } from '@/components/exports/csv-button';
import { InlineAlert } from '@/components/ui/inline-alert';
import { ShowMore } from '@/components/ui/show-more';
import { Spinner } from '@/components/ui/spinner';
import { TextLink } from '@/components/ui/text-link';
import { useErrorWords } from '@/components/use-error-words';
import type { UnlistedAnswer } from '@/lib/domain/call-scripts/call-scripts.contract';
import { type TrafficAddress, trafficQueryOf } from './traffic/traffic-address';
import { useLaterPages } from './use-later-pages';

/** «Другого в списке нет»: what callers said on this step, newest first, in the period shown, with the call it was said in. */
export function UnlistedAnswers({ address, step }: { address: TrafficAddress; step: string }) {
  const t = useTranslations('callScriptPage.step');
  const format = useFormatter();
  const words = useErrorWords();
  const { rows, hasMore, busy, error, more } = useLaterPages<UnlistedAnswer>(
    `/call-scripts/${address.scriptId}/unlisted-answers`,
    { ...trafficQueryOf(address), step, limit: 20 },
  );
  if (error) return <InlineAlert tone="danger">{words.ofError(error)}</InlineAlert>;
  return (
    <>
      <ul className="flex flex-col gap-2">
        {rows.map((row) => (
          <li key={row.id} className="border-line border-l-2 pl-2">
            {row.words ? (
              <q lang="ru">{row.words}</q>
            ) : (
              <span className="text-faint italic">{t('withoutWords')}</span>
            )}
            <span className="block text-faint text-sm">
              {format.dateTime(row.at, 'dateTime')}
              {row.employee?.name ? ` · ${row.employee.name}` : ''}
              {' · '}
              <TextLink href={`/calls/${row.callId}`}>{t('call')}</TextLink>
            </span>
          </li>
        ))}
      </ul>
      {busy && rows.length === 0 ? <Spinner /> : null}
      {rows.length > 0 ? (
        <CsvButton
          list="unlisted-answers"
          filters={{ ...trafficQueryOf(address), scriptId: address.scriptId, step }}
          size="small"
        />
      ) : null}
      {hasMore ? <ShowMore onShowMore={more} busy={busy} shownCount={rows.length} /> : null}
    </>
  );
}
