'use client';

import { type MouseEvent, useLayoutEffect, useRef } from 'react';
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

const fields = 'input, textarea, select';

type OutdatedProps = {
  isOutdated: boolean;
  takeOver: () => void;
  /** What others made of it is being fetched. */
  isAwaited?: boolean;
};

/** Others changed the record while it was being typed about; nothing is saved over their change unseen. */
export function OutdatedNotice({ isOutdated, takeOver, isAwaited = false }: OutdatedProps) {
  const t = useTranslations('common.kept');
  const asked = useRef<ReturnType<typeof formAround>>(null);
  // The pressed button goes with the notice, at once or when the newest version has come, and the focus with it. Who types
  // again by then is left there.
  useLayoutEffect(() => {
    const form = asked.current;
    if (isOutdated || !form) return;
    asked.current = null;
    // What describes the fields is told to them after this.
    queueMicrotask(() => {
      if (!document.activeElement?.matches(fields)) focusOnWhatIsLeft(form);
    });
  }, [isOutdated]);
  if (!isOutdated) return null;
  const moveOn = (event: MouseEvent<HTMLElement>) => {
    asked.current = formAround(event.currentTarget);
    takeOver();
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
