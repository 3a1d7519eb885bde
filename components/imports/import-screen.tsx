'use client';

import { useTranslations } from 'use-intl';
import { CsvButton } from '@/components/exports/csv-button';
import { PageHeader } from '@/components/ui/page-header';
import { TextLink } from '@/components/ui/text-link';
import type { ImportKind } from '@/lib/domain/imports/import-kind';
import type { ImportView } from '@/lib/domain/imports/imports.contract';
import type { Page } from '@/lib/domain/paging';
import { ImportHistory } from './import-history';
import { NewImport } from './new-import';

type Props = {
  /** What a new file is taken to hold. */
  kind: ImportKind;
  /** Of which kind past imports are shown. */
  shown: ImportKind | 'all';
  page: Page<ImportView>;
};

/** A file to be imported, and what was imported before. */
export function ImportScreen({ kind, shown, page }: Props) {
  const t = useTranslations('import');
  return (
    <>
      <PageHeader
        title={t('title')}
        up={<TextLink href="/counterparties">{t('up')}</TextLink>}
        actions={<CsvButton list="imports" filters={{ kind: shown === 'all' ? null : shown }} />}
      />
      <div className="flex flex-col gap-4">
        <NewImport key={kind} kind={kind} />
        <ImportHistory shown={shown} page={page} />
      </div>
    </>
  );
}
