'use client';

import { useEffect, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useSaveQueue } from '@/components/saves/saves-provider';
import { DraftKeeper } from './draft-keeper';

/** What this person types in one call, sent as soon as there is a connection. */
export function useDraftKeeper(callId: string): DraftKeeper {
  const about = useTranslations('saves')('draft');
  const queue = useSaveQueue();
  const keeper = useMemo(() => new DraftKeeper({ queue, callId, about }), [queue, callId, about]);
  useEffect(() => keeper.start(), [keeper]);
  return keeper;
}
