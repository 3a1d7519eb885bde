'use client';

import { History } from 'lucide-react';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { useLaterPages } from '@/components/call-scripts/use-later-pages';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Drawer } from '@/components/ui/drawer';
import { InlineAlert } from '@/components/ui/inline-alert';
import { ShowMore } from '@/components/ui/show-more';
import { Spinner } from '@/components/ui/spinner';
import { useErrorWords } from '@/components/use-error-words';
import type { CallScriptPage, WordingInHistory } from '@/lib/domain/call-scripts/call-scripts.contract';
import { WordsChanges } from './words-changes';

/** Every published version of the words: who, when, why, and what it changed. */
export function WordingHistory({ page }: { page: CallScriptPage }) {
  const t = useTranslations('callScriptPage.versions');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={<History />} onClick={() => setOpen(true)}>
        {t('open')}
      </Button>
      <Drawer open={open} onOpenChange={setOpen} size="wide" title={t('title')}>
        {open ? <Versions key={page.wording.version} page={page} /> : null}
      </Drawer>
    </>
  );
}

function Versions({ page }: { page: CallScriptPage }) {
  const words = useErrorWords();
  const { rows, hasMore, busy, error, more } = useLaterPages<WordingInHistory>(
    `/call-scripts/${page.id}/wordings`,
    { limit: 20 },
  );
  if (error) return <InlineAlert tone="danger">{words.ofError(error)}</InlineAlert>;
  return (
    <>
      <ol className="flex flex-col gap-4">
        {rows.map((row) => (
          <li key={row.version} className="flex flex-col gap-1 border-line border-b pb-4">
            <Version row={row} isCurrent={row.version === page.wording.version} />
          </li>
        ))}
      </ol>
      {busy && rows.length === 0 ? <Spinner /> : null}
      {hasMore ? <ShowMore onShowMore={more} busy={busy} shownCount={rows.length} /> : null}
    </>
  );
}

function Version({ row, isCurrent }: { row: WordingInHistory; isCurrent: boolean }) {
  const t = useTranslations('callScriptPage');
  const format = useFormatter();
  return (
    <>
      <h3 className="flex flex-wrap items-center gap-2 font-semibold">
        {t('versions.version', { version: row.version })}
        {isCurrent ? <Badge tone="good">{t('versions.current')}</Badge> : null}
      </h3>
      <p className="text-soft text-sm">
        {row.publishedBy && row.publishedAt !== null
          ? t('versions.author', {
              at: format.dateTime(row.publishedAt, 'dateTime'),
              name: row.publishedBy.name,
            })
          : t('initialWords')}
      </p>
      {row.note ? <p className="[overflow-wrap:anywhere]">{row.note}</p> : null}
      {row.changes.length > 0 ? (
        <details className="pt-1">
          <summary className="w-fit rounded-sm text-accent-ink">
            {t('versions.changes', { count: row.changes.length })}
          </summary>
          <div className="pt-2">
            <WordsChanges changes={row.changes} />
          </div>
        </details>
      ) : null}
    </>
  );
}
