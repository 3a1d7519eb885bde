'use client';

import { Download } from 'lucide-react';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { useExportRight } from '@/components/exports/export-right';
import { saveFile } from '@/components/exports/save-file';
import { Button } from '@/components/ui/button';
import { InlineAlert } from '@/components/ui/inline-alert';
import { Menu } from '@/components/ui/menu';
import { type Exportable, exportables } from '@/lib/domain/reports/exportables';
import { type ReportAddress, reportQueryOf } from './report-link';

/** Saves a part of the report as a file for spreadsheets; not there for who may not. */
export function FileMenu({ address }: { address: ReportAddress }) {
  const t = useTranslations('reports.file');
  const language = useLocale();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<'tooLarge' | 'failed' | null>(null);
  const mayExport = useExportRight();
  if (!mayExport) return null;
  const download = async (what: Exportable) => {
    const query = new URLSearchParams({ what, language });
    for (const [name, value] of Object.entries(reportQueryOf(address))) if (value) query.set(name, value);
    setBusy(true);
    setProblem(null);
    try {
      const response = await fetch(`/api/v1/reports/file?${query}`, { cache: 'no-store' });
      if (!response.ok) {
        setProblem(response.status === 413 ? 'tooLarge' : 'failed');
        return;
      }
      const named = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1];
      saveFile(await response.blob(), named ?? `${what}.csv`);
    } catch {
      setProblem('failed');
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Menu
        trigger={
          <Button icon={<Download />} busy={isBusy} aria-label={t('label')}>
            {t('button')}
          </Button>
        }
        heading={t('logged')}
        align="end"
        entries={exportables.map((what) => ({
          kind: 'action',
          label: t(what),
          onSelect: () => void download(what),
        }))}
      />
      {problem ? (
        <InlineAlert tone="danger" urgent>
          {t(problem)}
        </InlineAlert>
      ) : null}
    </>
  );
}
