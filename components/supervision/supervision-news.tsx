'use client';

import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useMyCalls } from '@/components/calls/my-calls-provider';
import { useAnnounce } from '@/components/shell/announcer';
import { tellAlert } from '@/components/ui/notify';
import type { SupervisionNews as News } from '@/lib/domain/calls/call-view';

/**
 * Says why the person is no longer in the conversation of another, or did not come to one they were asked into for advice
 * (S4), or that a call of theirs was taken over (S5); not what
 * they did themselves, and not what was so when the page was opened.
 */
export function SupervisionNews() {
  const t = useTranslations('supervision.news');
  const { supervisionNews } = useMyCalls();
  const announce = useAnnounce();
  const known = useRef<Set<string> | null>(null);

  const tell = useEffectEvent(({ key, what, employee }: News) => {
    if (what === 'left' || what === 'tookOver') return;
    const name = employee?.name ?? '';
    const title = what === 'takenFromYou' ? t(what, { name }) : t(what);
    const isAdvice = what === 'adviceNotReached' || what === 'adviceWithdrawn';
    const isOwnWork = isAdvice || what === 'takenFromYou';
    tellAlert(title, {
      id: key,
      isAlarm: false,
      detail:
        what === 'takenFromYou' || !employee
          ? undefined
          : t(isAdvice ? 'adviceAskedBy' : 'employee', { name }),
      link: isOwnWork ? { label: t('toDesk'), href: '/desk' } : { label: t('toLive'), href: '/calls/live' },
    });
    announce(title, 'alert');
  });

  useEffect(() => {
    const isFirstLook = known.current === null;
    known.current ??= new Set();
    for (const news of supervisionNews) {
      if (known.current.has(news.key)) continue;
      known.current.add(news.key);
      if (!isFirstLook) tell(news);
    }
  }, [supervisionNews]);
  return null;
}
