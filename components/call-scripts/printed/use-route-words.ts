'use client';

import { useTranslations } from 'use-intl';
import { routeContracts } from '@/lib/domain/call-scripts/route-contract';
import type { CallRoute } from '@/lib/domain/calls/route';

/** What a finished route must leave, in words: the contract it is held against when the goodbye is said. */
export function useRouteWords() {
  const t = useTranslations('callScriptPage.handbook.contract');
  const say = t as unknown as (key: string, values?: Record<string, string>) => string;
  return (route: CallRoute) => {
    const { cards, appeals, reaction, nextReactions, handOver } = routeContracts[route];
    const next = nextReactions.map((due) => {
      const [who, when] = due.split(' ');
      return say('next', { who: say(`who.${who}`), when: say(`when.${when}`) });
    });
    return {
      card: t(`cards.${cards}`),
      appeal: t(`appeals.${appeals}`),
      reaction: t(`reactions.${reaction}`),
      next: next.length > 0 ? next.join('; ') : '—',
      handOver: handOver.map((to) => t(`handOver.${to}`)).join('; '),
      leavesNothing: reaction === 'none',
    };
  };
}
