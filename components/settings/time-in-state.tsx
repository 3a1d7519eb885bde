'use client';

import { useNow } from '@/components/ui/clock';
import { useDurationWords } from '@/components/ui/use-duration-words';

/** How long a state lasts, by the server's clock. */
export function TimeInState({ since }: { since: number }) {
  const words = useDurationWords();
  const now = useNow(1000);
  return <span className="tabular-nums">{words(Math.max(0, now - since))}</span>;
}
