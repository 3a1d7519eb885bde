'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/badge';
import type { ImportView } from '@/lib/domain/imports/imports.contract';

const tones = {
  receiving: 'plain',
  running: 'accent',
  stopped: 'warning',
  done: 'good',
  undoing: 'accent',
  undone: 'plain',
} as const;

/** How an import stands, and while it is under way how far it has come. */
export function ImportState({ job }: { job: ImportView }) {
  const t = useTranslations('import');
  const format = useFormatter();
  const { state, doneCount, rowCount } = job;
  return (
    <span className="flex flex-wrap items-center gap-2">
      <Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>
      {state === 'running' || state === 'stopped' ? (
        <span className="text-soft tabular-nums">
          {t('progress', { done: format.number(doneCount), all: format.number(rowCount) })}
        </span>
      ) : null}
    </span>
  );
}
