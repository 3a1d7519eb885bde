'use client';

import { useTranslations } from 'use-intl';
import type { PresenceView } from '@/lib/domain/employees/presence.contract';

type State = Pick<PresenceView, 'chosen' | 'derived' | 'unreachable'>;

/** A person's state in one word: what the system knows beats what they chose. */
export function usePresenceWords() {
  const t = useTranslations('presence');
  return {
    chosen: (chosen: PresenceView['chosen']) => t(`chosen.${chosen}`),
    ofPerson: ({ chosen, derived, unreachable }: State) => {
      if (chosen === 'available' && unreachable) return t(`unreachable.${unreachable}`);
      if (chosen === 'available' && derived !== 'idle') return t(`derived.${derived}`);
      return t(`chosen.${chosen}`);
    },
  };
}
