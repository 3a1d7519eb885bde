'use client';

import { useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/badge';
import type { FolderState } from '@/lib/domain/folders/folder-state';

const tones = {
  incoming: 'warning',
  inWork: 'accent',
  ready: 'accent',
  onTheWay: 'accent',
  done: 'good',
} as const;

export function FolderStateBadge({ state }: { state: FolderState }) {
  const t = useTranslations('folders.states');
  return <Badge tone={tones[state]}>{t(state)}</Badge>;
}
