'use client';

import { useTranslations } from 'use-intl';
import { useChartWords } from '@/components/call-scripts/use-chart-words';
import type { Words } from '@/lib/domain/call-scripts/wording';
import type { WordsChange } from '@/lib/domain/call-scripts/wording-changes';

/** «Что изменится»: each changed step, what it said and what it says. */
export function WordsChanges({ changes }: { changes: readonly WordsChange[] }) {
  const t = useTranslations('callScriptPage');
  const { chart } = useChartWords();
  return (
    <ul className="flex flex-col gap-3">
      {changes.map(({ key, before, after }) => (
        <li key={key} className="flex flex-col gap-1.5">
          <h3 className="font-semibold">{chart('steps', key)}</h3>
          <div className="grid gap-2 desk:grid-cols-2">
            <Side title={t('publish.before')} words={before} look="border-danger bg-danger-tint" />
            <Side title={t('publish.after')} words={after} look="border-plus bg-good-tint" />
          </div>
        </li>
      ))}
    </ul>
  );
}

function Side({ title, words, look }: { title: string; words: Words | null; look: string }) {
  const t = useTranslations('callScriptPage.versions');
  return (
    <div className={`rounded-md border-l-4 px-3 py-2 ${look}`}>
      <p className="font-medium text-sm">{title}</p>
      {words ? (
        <>
          <p lang="ru" className="whitespace-pre-line [overflow-wrap:anywhere]">
            {words.ru}
          </p>
          <p lang="en" className="whitespace-pre-line text-sm text-soft [overflow-wrap:anywhere]">
            {words.en}
          </p>
        </>
      ) : (
        <p className="text-soft">{t('noWords')}</p>
      )}
    </div>
  );
}
