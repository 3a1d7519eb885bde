'use client';

import { Upload } from 'lucide-react';
import { useRef } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { largestImportBytes, mostImportRows } from '@/lib/domain/imports/import-limits';
import type { ImportPreview } from '@/lib/domain/imports/imports.contract';
import type { Encoding } from './decode-file';

export type ChosenFile = { name: string; text: string; encoding: Encoding };

type Props = {
  file: ChosenFile | null;
  preview: ImportPreview | null;
  busy: boolean;
  onChoose: (file: File | undefined) => void;
};

/** Chooses the file, and says what was read of it. */
export function ImportFileChoice({ file, preview, busy, onChoose }: Props) {
  const t = useTranslations('import');
  const format = useFormatter();
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="flex flex-wrap items-center gap-3">
      <input
        ref={input}
        type="file"
        accept=".csv,text/csv,text/plain"
        aria-label={t('file')}
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => {
          onChoose(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      <Button variant="primary" icon={<Upload />} busy={busy} onClick={() => input.current?.click()}>
        {busy ? t('checking') : t('choose')}
      </Button>
      {file ? (
        <span>
          {[
            file.name,
            `${t('encoding')}: ${t(`encodings.${file.encoding}`)}`,
            preview && t('rows', { count: preview.rowCount }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      ) : (
        <span className="text-soft">
          {t('fileHint', {
            megabytes: String(largestImportBytes / 1024 / 1024),
            rows: format.number(mostImportRows),
          })}
        </span>
      )}
    </div>
  );
}
