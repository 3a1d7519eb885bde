'use client';

import { useTranslations } from 'use-intl';
import { usePresenceWords } from '@/components/employees/presence-words';
import { Badge } from '@/components/ui/badge';
import type { PresenceView } from '@/lib/domain/employees/presence.contract';

/** What a person says of themselves. */
export function ChosenBadge({ presence }: { presence: PresenceView }) {
  const words = usePresenceWords();
  const isAbsent = presence.chosen === 'absent';
  const isThere = presence.chosen === 'available' && presence.derived !== 'unreachable';
  const tone = isThere ? 'good' : isAbsent ? 'warning' : 'plain';
  return <Badge tone={tone}>{words.chosen(presence.chosen)}</Badge>;
}

/** What the system knows of a person. */
export function DerivedWord({ presence }: { presence: PresenceView }) {
  const t = useTranslations('presence');
  const words = presence.unreachable
    ? `${t('derived.unreachable')}: ${t(`unreachable.${presence.unreachable}`)}`
    : t(`derived.${presence.derived}`);
  if (presence.derived !== 'unreachable') return <span>{words}</span>;
  // Nobody else is expected to be reached.
  if (presence.chosen !== 'available') return <span className="text-faint">{words}</span>;
  return <Badge tone="danger">{words}</Badge>;
}
