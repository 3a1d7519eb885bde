'use client';

import { useTranslations } from 'use-intl';
import type { ApiError } from '@/components/api-error';
import { TextLink } from '@/components/ui/text-link';

/** The way to the folder in which a refused change is made. */
export function FolderOfRefusal({ error }: { error: ApiError }) {
  const t = useTranslations('reactions.errors');
  const { folderId } = error.details;
  if (typeof folderId !== 'string') return null;
  return (
    <p>
      <TextLink href={`/folders/${folderId}`}>{t('openFolder')}</TextLink>
    </p>
  );
}
