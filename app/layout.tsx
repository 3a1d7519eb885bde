import '@fontsource-variable/inter/wght.css';
import './globals.css';
import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { parseTheme, THEME_COOKIE } from '@/components/shell/theme';
import { MESSAGES } from '@/lib/i18n/messages';
import { Providers } from './providers';
import { officeTimeZone, requestLocale } from './request-language';

export const metadata: Metadata = {
  title: { default: 'Callboard', template: '%s · Callboard' },
};

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#17233a' },
    { media: '(prefers-color-scheme: dark)', color: '#0e1728' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await requestLocale();
  const theme = parseTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <html lang={locale} data-theme={theme === 'system' ? undefined : theme}>
      <body>
        <Providers
          locale={locale}
          messages={MESSAGES[locale]}
          timeZone={officeTimeZone()}
          serverNow={Date.now()}
        >
          {children}
        </Providers>
      </body>
    </html>
  );
}
