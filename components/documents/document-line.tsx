'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { documentFormats } from '@/lib/domain/documents/document';
import type { DocumentView } from '@/lib/domain/documents/document-views';

/** A document that was made, in a list: by whom and when, and its files. */
export function DocumentLine({ document }: { document: DocumentView }) {
  const t = useTranslations('documents');
  const format = useFormatter();
  const { id, title, project, madeBy, madeAt, kind, number } = document;
  return (
    <li className="flex flex-wrap items-baseline gap-x-3">
      <span className="min-w-0 flex-1 basis-64 [overflow-wrap:anywhere]">
        {title}
        <span className="block text-soft text-sm">
          {[
            t('numbered', { kind: t(`kinds.${kind}`), number }),
            project?.name,
            madeBy?.name,
            format.dateTime(madeAt, 'dateTime'),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      {documentFormats.map((one) => (
        <a
          key={one}
          href={`/api/v1/documents/${id}/file?format=${one}`}
          download
          aria-label={t('download', { title, format: one.toUpperCase() })}
          className="rounded-sm text-accent-ink underline underline-offset-2"
        >
          {one.toUpperCase()}
        </a>
      ))}
    </li>
  );
}
