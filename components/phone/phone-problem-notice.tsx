'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { InlineAlert } from '@/components/ui/inline-alert';
import { usePhone } from './phone-provider';

/** Above every page: what is wrong with the browser's telephone and what to do, while something is. */
export function PhoneProblemNotice() {
  const t = useTranslations('phone');
  const common = useTranslations('common');
  const { kind, state, startShift, dismissProblem } = usePhone();
  const { problem } = state;
  if (kind !== 'browser' || problem === null) return null;
  const isOffered = state.shift === 'off' && problem !== 'notSupported';
  return (
    <InlineAlert
      tone="danger"
      urgent
      className="rounded-none px-4"
      title={t(`problems.${problem}`)}
      actions={
        <>
          {isOffered ? <Button onClick={() => void startShift()}>{t('tryAgain')}</Button> : null}
          <IconButton label={common('close')} icon={<X />} onClick={dismissProblem} />
        </>
      }
    >
      {t(`remedies.${problem}`)}
    </InlineAlert>
  );
}
