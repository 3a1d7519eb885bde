'use client';

import { useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { DescriptionList } from '@/components/ui/description-list';
import { InlineAlert } from '@/components/ui/inline-alert';
import { filledFields } from '@/lib/domain/call-scripts/visits';
import { type DraftKeeper, nothingTyped } from '../draft-keeper';
import { useToldWords } from '../review/told-words';

/** What was typed and then refused, as when a head took the call over meanwhile: to be copied, until it is put away (IN-6). */
export function RefusedWords({ keeper }: { keeper: DraftKeeper }) {
  const t = useTranslations('desk.refusedWords');
  const { fieldWords, valueWords } = useToldWords();
  const { refused } = useSyncExternalStore(keeper.subscribe, keeper.state, nothingTyped);
  if (!refused) return null;
  return (
    <InlineAlert
      tone="danger"
      urgent
      className="mb-3"
      title={t('title')}
      actions={<Button onClick={() => keeper.putAway()}>{t('putAway')}</Button>}
    >
      <p>{t('text')}</p>
      <DescriptionList
        entries={filledFields(refused).map(({ field, value }) => ({
          term: fieldWords(field),
          value: <span className="whitespace-pre-wrap">{valueWords(field, value)}</span>,
        }))}
      />
    </InlineAlert>
  );
}
