'use client';

import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { Segmented } from '@/components/ui/segmented';
import { rememberPreference } from './preference';

const LANGUAGES = [
  {
    value: 'ru',
    label: (
      <span lang="ru" title="Русский">
        RU
      </span>
    ),
  },
  {
    value: 'en',
    label: (
      <span lang="en" title="English">
        EN
      </span>
    ),
  },
] as const;

/** RU|EN. The page keeps its place, what was typed and the call: only the words are rendered anew. */
export function LanguageSwitch() {
  const t = useTranslations('shell');
  const locale = useLocale();
  const router = useRouter();
  const [, startTransition] = useTransition();
  return (
    <Segmented
      label={t('language')}
      options={LANGUAGES}
      value={locale}
      onValueChange={(next) => {
        rememberPreference('locale', next);
        startTransition(() => router.refresh());
      }}
    />
  );
}
