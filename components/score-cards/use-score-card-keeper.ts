'use client';

import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { api } from '@/components/api';
import { keptForms } from '@/components/kept-forms';
import { useConnectionState } from '@/components/live/live-provider';
import { emptyScoreCard, type ScoreCardContent } from '@/lib/domain/score-cards/score-card';
import type { ScoreCardView } from '@/lib/domain/score-cards/score-card-views';
import { type KeeperState, ScoreCardKeeper } from './score-card-keeper';

export type WrittenCard = { keeper: ScoreCardKeeper; state: KeeperState };

const nothing: KeeperState = { content: emptyScoreCard, status: 'saved', savedAt: null, problem: null };
const never = () => () => undefined;
const getNothing = () => nothing;

/** The page as the server drew it knows nothing of what this browser keeps. */
const asRead = (content: ScoreCardContent): KeeperState => ({ ...nothing, content });

/** What the person writes on a card they review; null where there is none. Leaving is warned of while something waits. */
export function useScoreCardKeeper(card: ScoreCardView | null): WrittenCard | null {
  const id = card?.may.save ? card.id : null;
  const server = card?.content ? { content: card.content, version: card.version } : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a later reading of the same card goes to the same keeper
  const { keeper, drawn } = useMemo(() => {
    if (id === null || server === null) return { keeper: null, drawn: nothing };
    const send = (body: object, key: string) =>
      api.put<{ version: number }>(`/score-cards/${id}/content`, body, { key, patienceMs: 0 });
    const made = new ScoreCardKeeper(server, { forms: keptForms, subject: `score card ${id}`, send });
    return { keeper: made, drawn: asRead(server.content) };
  }, [id]);
  const state = useSyncExternalStore(keeper?.subscribe ?? never, keeper?.state ?? getNothing, () => drawn);
  const connection = useConnectionState();

  useEffect(() => {
    if (connection === 'open') keeper?.wake();
  }, [keeper, connection]);

  const { version, content } = server ?? {};
  useEffect(() => {
    if (version !== undefined && content) keeper?.seen({ version, content });
  }, [keeper, version, content]);

  useEffect(() => {
    if (!keeper) return;
    const warn = (event: BeforeUnloadEvent) => {
      if (keeper.state().status !== 'saved') event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => {
      void keeper.leave();
      window.removeEventListener('beforeunload', warn);
    };
  }, [keeper]);

  return keeper && { keeper, state };
}
