'use client';

import { useRef, useState } from 'react';
import type { RecordingMark } from '@/components/recordings/recording-marks';
import type { ChosenPlace, PlayerUse } from '@/components/recordings/recording-player';
import type { PlayableRecording } from '@/lib/domain/recordings/recording-view';
import type { RecordedPlace, ScoreCardContent } from '@/lib/domain/score-cards/score-card';

/** What a score card does with the recordings beside it. */
export type CardPlayer = {
  /** Null when nothing of the call can be heard. */
  listen: ((place: ChosenPlace) => void) | null;
  /** Where the recording that was played last stands, from its beginning when none was; null when there is none. */
  current: (() => RecordedPlace) | null;
};

/** Ties the players of a call's recordings to what stands beside them. */
export function useCardPlayer(recordings: readonly PlayableRecording[]) {
  const [place, setPlace] = useState<ChosenPlace | null>(null);
  const playedAt = useRef<ChosenPlace | null>(null);
  const heard = recordings.find(({ kind, state }) => kind === 'conversation' && state === 'kept');
  const player: CardPlayer = {
    listen: heard ? (chosen) => setPlace({ ...chosen }) : null,
    current: heard
      ? () => {
          const { recordingId, seconds } = playedAt.current ?? { recordingId: heard.id, seconds: 0 };
          return { recordingId, seconds: Math.floor(seconds) };
        }
      : null,
  };
  const use: PlayerUse = { place, playedAt };
  return { player, use };
}

/** Where a card comments on a recording. */
export function commentMarks(
  { marks, notes }: ScoreCardContent,
  recordingId: string,
): Extract<RecordingMark, { kind: 'step' | 'comment' }>[] {
  const placed = [...Object.values(marks).map(({ place, comment }) => ({ place, text: comment })), ...notes];
  return placed.flatMap(({ place, text }) =>
    place?.recordingId === recordingId
      ? [{ kind: 'comment' as const, seconds: place.seconds, title: text }]
      : [],
  );
}
