'use client';

import { type RefObject, useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { Player, type PlayerState } from './player';
import { type SoundProblem, soundProblemOf } from './player-position';

type Play = PlayerState & {
  audio: RefObject<HTMLAudioElement | null>;
  toggle: () => void;
  seek: (seconds: number) => void;
  setRate: (rate: number) => void;
};

/** One audio element of the page and its player. */
export function usePlayer(recordingId: string, durationSeconds: number): Play {
  const audio = useRef<HTMLAudioElement>(null);
  const player = useMemo(
    () => new Player({ durationSeconds, whyNoSound: () => whyNoSound(recordingId) }),
    [recordingId, durationSeconds],
  );
  useEffect(() => (audio.current ? player.attach(audio.current) : undefined), [player]);
  const state = useSyncExternalStore(player.subscribe, player.getState, player.getState);
  const { toggle, seek, setRate } = player;
  return { ...state, audio, toggle, seek, setRate };
}

async function whyNoSound(recordingId: string): Promise<SoundProblem> {
  try {
    const answer = await fetch(`/api/v1/recordings/${recordingId}/audio`, {
      headers: { range: 'bytes=0-0' },
    });
    const told = answer.ok ? null : ((await answer.json()) as { error?: { reason?: unknown } });
    return soundProblemOf(answer.status, told?.error?.reason);
  } catch {
    return 'unreachable';
  }
}
