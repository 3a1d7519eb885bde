'use client';

import { Download } from 'lucide-react';
import { useState } from 'react';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { Button, type ButtonProps } from '@/components/ui/button';
import { InlineAlert } from '@/components/ui/inline-alert';
import { Tooltip } from '@/components/ui/tooltip';
import { type ExportedList, mostExportedRows } from '@/lib/domain/exports/exports.contract';
import { saveFile } from './save-file';

type Props = {
  list: ExportedList;
  /** As the list is narrowed on screen; what is empty narrows nothing. */
  filters?: Readonly<Record<string, string | number | null | undefined>>;
  size?: ButtonProps['size'];
};

/** Saves the whole list, narrowed as on screen, as a file for spreadsheets. */
export function CsvButton({ list, filters = {}, size }: Props) {
  const t = useTranslations('exports');
  const format = useFormatter();
  const language = useLocale();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<'failed' | 'forbidden' | 'wasCut' | null>(null);
  const rows = format.number(mostExportedRows);
  const download = async () => {
    const query = new URLSearchParams({ language });
    for (const [name, value] of Object.entries(filters)) if (value) query.set(name, String(value));
    setBusy(true);
    setProblem(null);
    try {
      const response = await fetch(`/api/v1/exports/${list}?${query}`, { cache: 'no-store' });
      if (!response.ok) {
        setProblem(response.status === 403 || response.status === 404 ? 'forbidden' : 'failed');
        return;
      }
      const file = await response.blob();
      saveFile(file, `callboard-${list}.csv`);
      if ((await file.slice(-1000).text()).includes(t('cut', { rows }))) setProblem('wasCut');
    } catch {
      setProblem('failed');
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Tooltip content={t('hint')}>
        <Button
          variant="quiet"
          size={size}
          icon={<Download />}
          busy={isBusy}
          aria-label={t('label', { list: t(`lists.${list}`) })}
          onClick={() => void download()}
        >
          {t('button')}
        </Button>
      </Tooltip>
      {problem ? (
        <InlineAlert tone={problem === 'wasCut' ? 'warning' : 'danger'} urgent>
          {t(problem, { rows })}
        </InlineAlert>
      ) : null}
    </>
  );
}
