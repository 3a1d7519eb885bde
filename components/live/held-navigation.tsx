'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent } from 'react';
import { useTranslations } from 'use-intl';
import { notifyOfLoss } from '@/components/ui/notify';
import { useConnectionState } from './live-provider';

const answerWithinMs = 3_000;

/**
 * A link that is pressed while the connection is lost is followed when the server answers after all. Otherwise it is said
 * that it does not, and the page stays with all that is typed in it: the browser would put its own error page there.
 */
export function HeldNavigation() {
  const t = useTranslations('saves');
  const router = useRouter();
  const isLost = useConnectionState() === 'lost';
  const press = useEffectEvent((event: MouseEvent) => {
    const href = addressIn(event);
    if (href === null) return;
    event.preventDefault();
    event.stopPropagation();
    void answers().then((is) => (is ? router.push(href) : notifyOfLoss(t('notOpened'))));
  });
  useEffect(() => {
    if (!isLost) return;
    const heard = (event: MouseEvent) => press(event);
    window.addEventListener('click', heard, { capture: true });
    return () => window.removeEventListener('click', heard, { capture: true });
  }, [isLost]);
  return null;
}

/** Where a plain press on a link of ours leads in this tab. */
function addressIn(event: MouseEvent): string | null {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (!(link instanceof HTMLAnchorElement) || link.target || link.hasAttribute('download')) return null;
  if (link.origin !== location.origin || link.pathname.startsWith('/api/')) return null;
  if (link.pathname === location.pathname && link.hash) return null;
  return `${link.pathname}${link.search}${link.hash}`;
}

async function answers(): Promise<boolean> {
  try {
    return (await fetch('/api/ping', { cache: 'no-store', signal: AbortSignal.timeout(answerWithinMs) })).ok;
  } catch {
    return false;
  }
}
