'use client';

import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useFormatter, useTranslations } from 'use-intl';
import { useClock } from './clock';

/** When a page was printed; on the screen it is not seen. */
export function PrintedAt() {
  const t = useTranslations('common');
  const format = useFormatter();
  const clock = useClock();
  const [at, setAt] = useState<number | null>(null);
  useEffect(() => {
    const printing = () => flushSync(() => setAt(clock.now()));
    window.addEventListener('beforeprint', printing);
    return () => window.removeEventListener('beforeprint', printing);
  }, [clock]);
  return (
    <p className="hidden text-sm text-soft print:block">
      {at === null ? null : t('printed', { at: format.dateTime(at, 'dateTime') })}
    </p>
  );
}
