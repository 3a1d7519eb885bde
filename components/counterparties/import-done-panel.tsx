'use client';

import { useTranslations } from 'use-intl';
import { ButtonLink } from '@/components/ui/button-link';
import { InlineAlert } from '@/components/ui/inline-alert';
import type { ImportDone } from '@/lib/domain/counterparties/imports.contract';
import { DownloadImportErrors } from './download-import-errors';

/** What an import did, with its errors as a file. */
export function ImportDonePanel({ done }: { done: ImportDone }) {
  const t = useTranslations('import');
  return (
    <InlineAlert
      tone="success"
      urgent
      actions={
        <>
          <DownloadImportErrors fileName="errors.csv" errors={done.errors} />
          <ButtonLink href="/counterparties">{t('toList')}</ButtonLink>
        </>
      }
    >
      {t('done', {
        created: String(done.createdCount),
        updated: String(done.updatedCount),
        errors: String(done.errors.length),
      })}
    </InlineAlert>
  );
}
