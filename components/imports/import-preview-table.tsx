'use client';

import { useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/badge';
import { DataTable } from '@/components/ui/data-table';
import type { Column } from '@/components/ui/table-column';
import type { ImportPreview } from '@/lib/domain/imports/imports.contract';
import { useImportWords } from './use-import-words';

type Row = ImportPreview['rows'][number];

const tones = { create: 'good', complete: 'accent', same: 'plain', error: 'danger' } as const;

/** The first rows of the file with what each would do; those left out come first. */
export function ImportPreviewTable({ preview }: { preview: ImportPreview }) {
  const t = useTranslations('import');
  const words = useImportWords();
  const mapped = Object.entries(preview.mapping)
    .sort(([one], [other]) => Number(one) - Number(other))
    .map(([, field]) => field);
  const columns: Column<Row>[] = [
    { key: 'row', header: t('columns.row'), align: 'end', width: 'w-16', cell: ({ row }) => row },
    {
      key: 'result',
      header: t('columns.result'),
      cell: ({ result }) => <Badge tone={tones[result]}>{t(`result.${result}`)}</Badge>,
    },
    ...mapped.map(
      (field, index): Column<Row> => ({
        key: field,
        header: words.ofField(field, preview.ownFields),
        isRowHeader: index === 0,
        cell: ({ values }) => <span className="[overflow-wrap:anywhere]">{values[field] || '—'}</span>,
      }),
    ),
    {
      key: 'problem',
      header: t('columns.problem'),
      cell: ({ problems }) => problems.map(words.ofProblem).join('; ') || '—',
    },
  ];
  return (
    <>
      <p role="status" className="px-4 py-2">
        {t('counts', {
          create: String(preview.counts.create ?? 0),
          complete: String(preview.counts.complete ?? 0),
          same: String(preview.counts.same ?? 0),
          error: String(preview.counts.error ?? 0),
        })}
        {preview.rowCount > preview.rows.length
          ? ` · ${t('firstShown', { count: String(preview.rows.length) })}`
          : null}
      </p>
      <DataTable
        caption={t('preview')}
        columns={columns}
        rows={preview.rows}
        rowKey={({ row }) => String(row)}
      />
    </>
  );
}
