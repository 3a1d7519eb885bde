'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { Panel } from '@/components/ui/panel';
import type { ImportDone } from '@/lib/domain/counterparties/imports.contract';
import { DownloadImportErrors } from './download-import-errors';

export type FormerImport = {
  id: string;
  fileName: string;
  employeeName: string | null;
  createdAt: number;
  createdCount: number;
  updatedCount: number;
  errors: ImportDone['errors'];
};

/** Who loaded which file, when, and what came of it. */
export function ImportHistory({ history }: { history: readonly FormerImport[] }) {
  const t = useTranslations('import');
  const format = useFormatter();
  return (
    <Panel title={t('history')}>
      {history.length === 0 ? <p className="text-faint">{t('historyEmpty')}</p> : null}
      <ul className="flex flex-col gap-2">
        {history.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="text-faint tabular-nums">{format.dateTime(one.createdAt, 'dateTime')}</span>
            <span>{one.employeeName}</span>
            <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
              {t('historyLine', {
                file: one.fileName,
                created: String(one.createdCount),
                updated: String(one.updatedCount),
                errors: String(one.errors.length),
              })}
            </span>
            <DownloadImportErrors fileName={`errors-${one.fileName}`} errors={one.errors} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
