'use client';

import { PhoneOutgoing } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { later } from '@/components/ui/later';
import { Popover } from '@/components/ui/popover';

export const LaterDialForm = later(() => import('./dial-form').then(({ DialForm }) => DialForm));

/** Dials a number that stands on no card: typed, pasted or pressed, over a number of ours that may be chosen. */
export function DialMenu() {
  const t = useTranslations('desk.outgoing');
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover
      align="end"
      title={t('dial.title')}
      open={isOpen}
      onOpenChange={setOpen}
      trigger={
        <button
          type="button"
          title={t('dial.title')}
          className="flex size-8 shrink-0 items-center justify-center rounded-md hover:bg-sunken"
        >
          <PhoneOutgoing aria-hidden="true" className="size-5" />
          <span className="sr-only">{t('dial.title')}</span>
        </button>
      }
    >
      <LaterDialForm onDone={() => setOpen(false)} />
    </Popover>
  );
}
