'use client';

import { useFormatter, useTranslations } from 'use-intl';
import type { FolderView } from '@/lib/domain/folders/folder-views';

/** What stood on the title page before somebody put it right. */
export function TitlePageCorrections({ corrections }: Pick<FolderView, 'corrections'>) {
  const t = useTranslations('folders');
  const format = useFormatter();
  if (corrections.length === 0) return null;
  return (
    <ul className="mt-3 flex flex-col gap-2 text-faint text-sm">
      {corrections.map(({ at, by, fields }) => (
        <li key={at}>
          <p>
            {t('titlePageForm.correction', {
              name: by?.name ?? '—',
              at: format.dateTime(at, 'dateTime'),
            })}
          </p>
          {fields.map(({ name, from, to }) => (
            <p key={name} className="[overflow-wrap:anywhere]">
              {t('titlePageForm.corrected', {
                field: t(`fields.${name}`),
                from: from || '—',
                to: to || '—',
              })}
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}
