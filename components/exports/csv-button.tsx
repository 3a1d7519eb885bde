'use client';

import { Download } from 'lucide-react';
import { useRef, useState } from 'react';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { Button, type ButtonProps } from '@/components/ui/button';
import { InlineAlert } from '@/components/ui/inline-alert';
import { Tooltip } from '@/components/ui/tooltip';
import { type ExportedList, fileNameOf } from '@/lib/domain/exports/exported-list';
import { useExportRight } from './export-right';
import { readFile } from './read-file';
import { rowsOfCut } from './rows-of-cut';
import { saveFile } from './save-file';

type Props = {
  list: ExportedList;
  /** As the list is narrowed on screen; what is empty narrows nothing. */
  filters?: Readonly<Record<string, string | number | boolean | null | undefined>>;
  /** Which of several files of the list it is. */
  about?: string;
  size?: ButtonProps['size'];
};

const oneDigit = { minimumFractionDigits: 1, maximumFractionDigits: 1 };

/** Saves the whole list, narrowed as on screen, as a file for spreadsheets; not there for who may not. */
export function CsvButton({ list, filters = {}, about, size }: Props) {
  const t = useTranslations('exports');
  const format = useFormatter();
  const language = useLocale();
  const [isBusy, setBusy] = useState(false);
  const [readBytes, setReadBytes] = useState(0);
  const stopping = useRef<AbortController>(null);
  const [problem, setProblem] = useState<'failed' | 'forbidden' | { cutAt: string } | null>(null);
  const mayExport = useExportRight();
  if (!mayExport) return null;
  const download = async () => {
    const query = new URLSearchParams({ language });
    for (const [name, value] of Object.entries(filters)) if (value) query.set(name, String(value));
    const stop = new AbortController();
    stopping.current = stop;
    setBusy(true);
    setReadBytes(0);
    setProblem(null);
    try {
      const response = await fetch(`/api/v1/exports/${list}?${query}`, {
        cache: 'no-store',
        signal: stop.signal,
      });
      if (!response.ok) {
        setProblem(response.status === 403 || response.status === 404 ? 'forbidden' : 'failed');
        return;
      }
      const file = await readFile(response, setReadBytes);
      saveFile(file, fileNameOf(list, about));
      const cutAt = rowsOfCut(await file.slice(-1000).text(), (rows) => t('cut', { rows }));
      if (cutAt) setProblem({ cutAt });
    } catch {
      if (!stop.signal.aborted) setProblem('failed');
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
          {isBusy && readBytes > 0
            ? t('read', { megabytes: format.number(readBytes / 1_000_000, oneDigit) })
            : t('button')}
        </Button>
      </Tooltip>
      {isBusy ? (
        <Button variant="quiet" size={size} onClick={() => stopping.current?.abort()}>
          {t('stop')}
        </Button>
      ) : null}
      {problem ? (
        <InlineAlert tone={typeof problem === 'object' ? 'warning' : 'danger'} urgent>
          {typeof problem === 'object' ? t('wasCut', { rows: problem.cutAt }) : t(problem)}
        </InlineAlert>
      ) : null}
    </>
  );
}
