'use client';

import type { MouseEvent } from 'react';
import { flushSync } from 'react-dom';
import { useTranslations } from 'use-intl';
import { Button } from './ui/button';
import { InlineAlert } from './ui/inline-alert';
import { focusOnWhatIsLeft, formAround } from './ui/left-to-do';

/** The form shows what was typed earlier; the person may begin anew. */
export function RestoredNotice({ isRestored, startAnew }: { isRestored: boolean; startAnew: () => void }) {
  const t = useTranslations('common.kept');
  if (!isRestored) return null;
  return (
    <InlineAlert
      actions={
        <Button size="small" onClick={startAnew}>
          {t('startAnew')}
        </Button>
      }
    >
      {t('restored')}
    </InlineAlert>
  );
}

type OutdatedProps = {
  isOutdated: boolean;
  takeOver: () => void;
  /** What others made of it is being fetched. */
  isAwaited?: boolean;
};

/** Others changed the record while it was being typed about; nothing is saved over their change unseen. */
export function OutdatedNotice({ isOutdated, takeOver, isAwaited = false }: OutdatedProps) {
  const t = useTranslations('common.kept');
  if (!isOutdated) return null;
  const moveOn = (event: MouseEvent<HTMLElement>) => {
    const button = event.currentTarget;
    const form = formAround(button);
    flushSync(takeOver);
    if (!button.isConnected) focusOnWhatIsLeft(form);
  };
  return (
    <InlineAlert
      tone="warning"
      urgent
      actions={
        <Button size="small" busy={isAwaited} onClick={moveOn}>
          {t('takeOver')}
        </Button>
      }
    >
      {t('outdated')}
    </InlineAlert>
  );
}

/** Fields that others changed too are marked where they stand, and wait for a choice. */
export function ContestedNotice({ isContested }: { isContested: boolean }) {
  const t = useTranslations('common.kept');
  if (!isContested) return null;
  return (
    <InlineAlert tone="warning" urgent>
      {t('contested')}
    </InlineAlert>
  );
}

/** Others took the record out of use or back while its form was open. */
export function SwitchedNotice({ switched }: { switched: 'disabled' | 'enabled' | null }) {
  const t = useTranslations('common.kept.switched');
  if (!switched) return null;
  return (
    <InlineAlert tone="warning" urgent>
      {t(switched)}
    </InlineAlert>
  );
}
