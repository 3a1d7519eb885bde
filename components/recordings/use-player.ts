'use client';

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { type SoundProblem, soundProblemOf, withinRecording } from './player-position';

export type Player = {
  audio: RefObject<HTMLAudioElement | null>;
  seconds: number;
  isPlaying: boolean;
  rate: number;
  problem: SoundProblem | null;
  toggle: () => void;
  seek: (seconds: number) => void;
  setRate: (rate: number) => void;
};

/** The state of one audio element, which is told what to do and says what it does. */
export function usePlayer(recordingId: string, durationSeconds: number): Player {
  const audio = useRef<HTMLAudioElement>(null);
  const [seconds, setSeconds] = useState(0);
  const [isPlaying, setPlaying] = useState(false);
  const [rate, setRateState] = useState(1);
  const [problem, setProblem] = useState<SoundProblem | null>(null);

  useEffect(() => {
    const media = audio.current;
    if (!media) return;
    const listening = new AbortController();
    const { signal } = listening;
    const on = (name: string, act: () => void) => media.addEventListener(name, act, { signal });
    on('play', () => setPlaying(true));
    on('pause', () => setPlaying(false));
    on('ended', () => setPlaying(false));
    on('timeupdate', () => setSeconds(media.currentTime));
    on('seeking', () => setSeconds(media.currentTime));
    on('playing', () => setProblem(null));
    on('error', () => {
      void whyNoSound(recordingId).then((why) => {
        if (!signal.aborted) setProblem(why);
      });
    });
    return () => {
      listening.abort();
      media.pause();
    };
  }, [recordingId]);

  const seek = useCallback(
    (to: number) => {
      const within = withinRecording(to, durationSeconds);
      if (audio.current) audio.current.currentTime = within;
      setSeconds(within);
    },
    [durationSeconds],
  );

  return {
    audio,
    seconds,
    isPlaying,
    rate,
    problem,
    toggle() {
      const media = audio.current;
      if (!media) return;
      if (!media.paused) return media.pause();
      // What could not be loaded is asked for once more.
      if (media.error) media.load();
      // A refusal is told by the element's error.
      media.play().catch(() => setPlaying(false));
    },
    seek,
    setRate(next) {
      if (audio.current) audio.current.playbackRate = next;
      setRateState(next);
    },
  };
}

/** An audio element does not tell why it got nothing: the server does. */
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
