'use client';

import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { InlineAlert } from '@/components/ui/inline-alert';
import { usePhone } from './phone-provider';

/** What is wrong with the browser's telephone and what to do, when something is; nobody else sees it. */
export function PhoneProblemNotice({ className = 'rounded-none px-4' }: { className?: string }) {
  const t = useTranslations('phone');
  const { kind, state, startShift } = usePhone();
  const { problem } = state;
  if (kind !== 'browser' || problem === null) return null;
  const isOffered = state.shift === 'off' && problem !== 'notSupported';
  return (
    <InlineAlert
      tone="danger"
      urgent
      className={className}
      title={t(`problems.${problem}`)}
      actions={isOffered ? <Button onClick={() => void startShift()}>{t('tryAgain')}</Button> : null}
    >
      {t(`remedies.${problem}`)}
    </InlineAlert>
  );
}
