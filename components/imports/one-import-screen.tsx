'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { CsvButton } from '@/components/exports/csv-button';
import { InlineAlert } from '@/components/ui/inline-alert';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import type { ImportRowView, ImportView } from '@/lib/domain/imports/imports.contract';
import type { Page } from '@/lib/domain/paging';
import { ImportActions } from './import-actions';
import { ImportRows } from './import-rows';
import { ImportState } from './import-state';

type Props = { job: ImportView; problems: Page<ImportRowView>; kept: Page<ImportRowView> };

/** One import: how far it has come, what there is to say of its rows, and the ways to stop, resume and undo it. */
export function OneImportScreen({ job, problems, kept }: Props) {
  const t = useTranslations('import');
  const format = useFormatter();
  const { doneCount, rowCount, undoneCount, keptCount, failedAt, undoneAt, undoneBy } = job;
  const undone = { undone: format.number(undoneCount), kept: format.number(keptCount) };
  const isUnderWay = job.state === 'running' || job.state === 'undoing';
  const made = job.createdCount + job.updatedCount;
  return (
    <>
      <PageHeader
        title={job.fileName}
        up={<TextLink href="/imports">{t('title')}</TextLink>}
        meta={
          <>
            <ImportState job={job} />
            <span className="text-soft">
              {[t(`kinds.${job.kind}`), job.employee?.name, format.dateTime(job.createdAt, 'dateTime')]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </>
        }
        actions={<ImportActions job={job} />}
      />
      <div className="flex flex-col gap-4">
        {failedAt === null ? null : (
          <InlineAlert tone="danger" urgent>
            {t(job.may.resume ? 'failed' : 'undoFailed', { at: format.dateTime(failedAt, 'dateTime') })}
          </InlineAlert>
        )}
        <Panel>
          {isUnderWay ? (
            <progress
              className="mb-2 h-2 w-full"
              aria-label={t('progressLabel')}
              max={Math.max(1, job.state === 'undoing' ? made : rowCount)}
              value={job.state === 'undoing' ? undoneCount + keptCount : doneCount}
            />
          ) : null}
          <p role="status">
            {t('progressLabel')}:{' '}
            {t('progress', { done: format.number(doneCount), all: format.number(rowCount) })}.{' '}
            {t('made', {
              created: format.number(job.createdCount),
              updated: format.number(job.updatedCount),
              errors: format.number(job.errorCount),
            })}
            .
          </p>
          {job.state === 'undoing' ? <p>{t('undoingLine', undone)}</p> : null}
          {undoneAt === null ? null : (
            <p>
              {t('undoneLine', {
                name: undoneBy?.name ?? '',
                at: format.dateTime(undoneAt, 'dateTime'),
                ...undone,
              })}
            </p>
          )}
        </Panel>
        {keptCount > 0 ? (
          <Panel
            title={t('kept')}
            flush
            actions={
              <CsvButton list="import-rows" size="small" filters={{ importId: job.id, show: 'kept' }} />
            }
          >
            <ImportRows
              caption={t('kept')}
              empty={t('noKept')}
              titles={[]}
              page={kept}
              cursorName="afterKept"
            />
          </Panel>
        ) : null}
        <Panel
          title={t('remarks')}
          flush
          actions={
            problems.rows.length > 0 ? (
              <CsvButton list="import-rows" size="small" filters={{ importId: job.id }} />
            ) : null
          }
        >
          <ImportRows
            caption={t('remarks')}
            empty={t('noRemarks')}
            titles={job.titles}
            page={problems}
            cursorName="after"
          />
        </Panel>
      </div>
    </>
  );
}
