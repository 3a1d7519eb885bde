'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { ButtonLink } from '@/components/ui/button-link';

/** The way to the call's conversation, from any other page or call. */
export function ToCallLink({ callId }: { callId: string }) {
  const t = useTranslations('desk.bar');
  const pathname = usePathname();
  const shown = useSearchParams().get('call');
  if (pathname === '/desk' && (shown === callId || shown === null)) return null;
  return <ButtonLink href={`/desk?call=${callId}`}>{t('toCall')}</ButtonLink>;
}
