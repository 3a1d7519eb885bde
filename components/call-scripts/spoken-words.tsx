'use client';

import clsx from 'clsx';
import { useLocale, useTranslations } from 'use-intl';
import type { Conversation } from '@/components/calls/running-call';
import { Badge } from '@/components/ui/badge';

/** IN-1: what is said, in Russian whatever the language of the screen; the English gloss stands below it. */
export function SpokenWords({ conversation }: { conversation: Conversation }) {
  const t = useTranslations('callScripts.kinds');
  const locale = useLocale();
  const { words, step } = conversation;
  if (!words) return null;
  const isMandatory = step.kind === 'mandatory';
  return (
    <figure
      className={clsx('flex flex-col gap-1.5 border-l-4 pl-3', isMandatory ? 'border-accent' : 'border-line')}
    >
      <figcaption>
        <Badge tone={isMandatory ? 'accent' : 'plain'}>{t(step.kind)}</Badge>
      </figcaption>
      <p lang="ru" className={isMandatory ? 'font-semibold text-2xl' : 'text-lg'}>
        {isMandatory ? `«${words.ru}»` : words.ru}
      </p>
      {locale === 'en' && words.en ? (
        <p lang="en" className="text-soft">
          {words.en}
        </p>
      ) : null}
    </figure>
  );
}
