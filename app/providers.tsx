'use client';

import type { ReactNode } from 'react';
import { IntlProvider, type Messages } from 'use-intl';
import { ClockProvider } from '@/components/ui/clock';
import { formatsOf } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locale';

type Props = {
  locale: Locale;
  messages: Messages;
  timeZone: string;
  /** The server's clock at rendering, epoch ms. */
  serverNow: number;
  children: ReactNode;
};

export function Providers({ locale, messages, timeZone, serverNow, children }: Props) {
  return (
    <IntlProvider locale={locale} messages={messages} timeZone={timeZone} formats={formatsOf(locale)}>
      <ClockProvider serverNow={serverNow}>{children}</ClockProvider>
    </IntlProvider>
  );
}
