'use client';

import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';

type Props = {
  mode: 'new' | 'existing';
  onModeChange: (mode: 'new' | 'existing') => void;
  newLabel: string;
  existingLabel: string;
};

/** CARD: «V» makes a new one, «…» chooses an existing one. */
export function MakeOrChoose({ mode, onModeChange, newLabel, existingLabel }: Props) {
  const t = useTranslations('reactions.card');
  return (
    <span className="flex gap-1">
      <Button
        size="small"
        variant={mode === 'new' ? 'primary' : 'secondary'}
        aria-pressed={mode === 'new'}
        onClick={() => onModeChange('new')}
      >
        <span aria-hidden="true" className="font-bold">
          {t('makeNew')}
        </span>
        {newLabel}
      </Button>
      <Button
        size="small"
        variant={mode === 'existing' ? 'primary' : 'secondary'}
        aria-pressed={mode === 'existing'}
        onClick={() => onModeChange('existing')}
      >
        <span aria-hidden="true" className="font-bold">
          {t('chooseExisting')}
        </span>
        {existingLabel}
      </Button>
    </span>
  );
}
