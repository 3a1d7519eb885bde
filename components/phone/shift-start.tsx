'use client';

import { Headset } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { usePhone } from './phone-provider';

/** The desk of a person whose telephone is the browser and is not on in this tab. */
export function ShiftStart() {
  const t = useTranslations('phone.shift');
  const { state, startShift } = usePhone();
  if (state.shift === 'elsewhere') {
    return (
      <EmptyState
        icon={<Headset />}
        title={t('elsewhere')}
        text={t('elsewhereText')}
        actions={<Button onClick={() => void startShift({ isForced: true })}>{t('takeHere')}</Button>}
      />
    );
  }
  return (
    <EmptyState
      icon={<Headset />}
      title={t('off')}
      text={t('offText')}
      actions={
        <Button variant="primary" busy={state.shift === 'starting'} onClick={() => void startShift()}>
          {t('start')}
        </Button>
      }
    />
  );
}
