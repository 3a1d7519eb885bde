'use client';

import { Download } from 'lucide-react';
import { useState } from 'react';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { InlineAlert } from '@/components/ui/inline-alert';
import { Panel } from '@/components/ui/panel';
import type { Column } from '@/components/ui/table-column';
import { TextLink } from '@/components/ui/text-link';
import type { ErasurePreview, HeldCount } from '@/lib/domain/personal-data/personal-data.contract';
import { saveResponse } from './save-response';

/** What is held of one person, kind by kind, and the archive of it. */
export function HeldPanel({ preview }: { preview: ErasurePreview }) {
  const t = useTranslations('personalData');
  const tExports = useTranslations('exports');
  const format = useFormatter();
  const language = useLocale();
  const [isBusy, setBusy] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const { subject } = preview;
  const columns: Column<HeldCount>[] = [
    { key: 'kind', header: t('preview.kind'), isRowHeader: true, cell: ({ kind }) => t(`kinds.${kind}`) },
    { key: 'count', header: t('preview.count'), align: 'end', cell: ({ count }) => format.number(count) },
  ];
  const download = async () => {
    setBusy(true);
    const address = `/api/v1/personal-data/${subject.kind}/${encodeURIComponent(subject.id)}/export?language=${language}`;
    setFailed(!(await saveResponse(address, 'personal-data.zip')));
    setBusy(false);
  };
  return (
    <Panel
      title={t('preview.title')}
      actions={
        <Button icon={<Download />} busy={isBusy} onClick={() => void download()}>
          {t('export.submit')}
        </Button>
      }
    >
      <p className="pb-3 text-soft">{t('export.hint')}</p>
      {hasFailed ? (
        <InlineAlert tone="danger" urgent className="mb-3">
          {tExports('failed')}
        </InlineAlert>
      ) : null}
      <DataTable
        caption={t('preview.title')}
        columns={columns}
        rows={preview.counts}
        rowKey={({ kind }) => kind}
        empty={<p className="py-3 text-faint">{t('preview.empty')}</p>}
      />
      <p className="pt-3 text-soft">{t('preview.mentions')}</p>
      {preview.shared.length > 0 ? (
        <InlineAlert tone="warning" className="mt-3">
          {t('preview.shared', { list: format.list(preview.shared) })}
        </InlineAlert>
      ) : null}
      {preview.runningErasureId ? (
        <InlineAlert tone="info" className="mt-3">
          {t('preview.running')}{' '}
          <TextLink href={`/settings/personal-data/${preview.runningErasureId}`}>
            {t('preview.toRunning')}
          </TextLink>
        </InlineAlert>
      ) : null}
    </Panel>
  );
}
