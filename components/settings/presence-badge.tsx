'use client';

import { useTranslations } from 'use-intl';
import { usePresenceWords } from '@/components/employees/presence-words';
import { Badge } from '@/components/ui/badge';
import type { PresenceView } from '@/lib/domain/employees/presence.contract';

/** What a person says of themselves. */
export function ChosenBadge({ presence }: { presence: PresenceView }) {
  const words = usePresenceWords();
  const isAbsent = presence.chosen === 'absent';
  const tone = presence.chosen === 'available' ? 'good' : isAbsent ? 'warning' : 'plain';
  return <Badge tone={tone}>{words.chosen(presence.chosen)}</Badge>;
}

/** What the system knows of a person. */
export function DerivedWord({ presence }: { presence: PresenceView }) {
  const t = useTranslations('presence');
  return (
    <span className={presence.derived === 'unreachable' ? 'text-faint' : undefined}>
      {t(`derived.${presence.derived}`)}
      {presence.unreachable ? `: ${t(`unreachable.${presence.unreachable}`)}` : null}
    </span>
  );
}
