'use client';

import 'sonner/dist/styles.css';
import { useEffect } from 'react';
import { Toaster as Sonner, toast } from 'sonner';
import { useTranslations } from 'use-intl';
import { showToastsBy } from './toast-queue';

/** Shows passing messages, first those that were told before it came. */
export function Toasts() {
  const t = useTranslations('common');
  useEffect(() => showToastsBy(toast), []);
  return (
    <Sonner
      containerAriaLabel={t('messages')}
      position="bottom-right"
      expand
      mobileOffset={{ bottom: '5rem' }}
      closeButton
      style={{ fontFamily: 'inherit' }}
      duration={6000}
      toastOptions={{
        closeButtonAriaLabel: t('close'),
        unstyled: true,
        classNames: {
          toast:
            'flex w-(--width) items-start gap-2 rounded-md border border-line bg-raised px-3 py-2 text-base text-ink shadow-raised',
          title: 'font-medium',
          description: 'text-soft text-sm',
          icon: 'mt-0.5',
          content: 'min-w-0 flex-1',
          actionButton: 'rounded-sm px-2 py-0.5 font-medium text-accent-ink underline',
          closeButton: 'order-last rounded-sm p-1 text-faint hover:text-ink [&_svg]:size-4',
        },
      }}
    />
  );
}
