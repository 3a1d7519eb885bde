'use client';

import { useTranslations } from 'use-intl';
import type { ApiError } from '@/components/api-error';
import { InlineAlert } from '@/components/ui/inline-alert';
import { TextLink } from '@/components/ui/text-link';
import { useRefusalWords } from './refusal-words';

/** Why a change of a reaction or an appeal was refused, with the way to the complaint or the folder that is in its way. */
export function RefusalAlert({ error, words }: { error: ApiError; words?: string }) {
  const t = useTranslations('reactions.errors');
  const refusalWords = useRefusalWords();
  const { complaintId, folderId } = error.details;
  return (
    <InlineAlert tone="danger" urgent>
      {words ?? refusalWords(error)}
      {typeof complaintId === 'string' ? (
        <>
          {' '}
          <TextLink href={`/complaints/${complaintId}`}>{t('toComplaint')}</TextLink>
        </>
      ) : null}
      {typeof folderId === 'string' ? (
        <>
          {' '}
          <TextLink href={`/folders/${folderId}`}>{t('openFolder')}</TextLink>
        </>
      ) : null}
    </InlineAlert>
  );
}
