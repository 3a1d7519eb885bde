'use client';

import { useTranslations } from 'use-intl';
import type { AttachmentView } from '@/lib/domain/attachments/attachments.contract';

/** Takes the file along; a browser never shows it as a page. */
export function FileLink({ file: { id, name } }: { file: Pick<AttachmentView, 'id' | 'name'> }) {
  const t = useTranslations('attachments');
  return (
    <a
      href={`/api/v1/attachments/${id}/file`}
      download={name}
      aria-label={t('download', { name })}
      className="text-accent-ink underline-offset-2 [overflow-wrap:anywhere] hover:underline"
    >
      {name}
    </a>
  );
}
