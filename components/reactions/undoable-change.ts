import type { NextReactionView } from '@/lib/domain/reactions/reaction-views';

/**
 * What `POST /next-reactions/undo` takes to undo one change of a next reaction; null where there is no way back: what became
 * of a lead stays, and so does a call back that was made.
 */
export function undoableChange(
  { id, lead }: Pick<NextReactionView, 'id' | 'lead'>,
  verb: 'postpone' | 'hand-over' | 'close',
  { version, outcome }: { version: number; outcome?: string },
): { id: string; version: number }[] | null {
  if (lead && verb !== 'postpone') return null;
  if (outcome === 'calledBack') return null;
  return [{ id, version: version + 1 }];
}
