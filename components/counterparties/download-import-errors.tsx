'use client';

import { Download } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import type { ImportDone } from '@/lib/domain/counterparties/imports.contract';
import { importErrorsFile } from './import-errors-file';

type Props = { fileName: string; errors: ImportDone['errors'] };

/** Saves the remarks of an import as a file; nothing is offered when there are none. */
export function DownloadImportErrors({ fileName, errors }: Props) {
  const t = useTranslations('import');
  if (errors.length === 0) return null;
  const download = () => {
    const text = importErrorsFile(
      [t('columns.row'), t('columns.result'), t('columns.problem')],
      errors.map(({ row, field, problem }) => ({
        row,
        field: t(`fields.${field}`),
        problem: t(`problems.${problem}`),
      })),
    );
    const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = fileName;
    link.click();
    URL.revokeObjectURL(address);
  };
  return (
    <Button size="small" icon={<Download />} onClick={download}>
      {t('downloadErrors')}
    </Button>
  );
}
