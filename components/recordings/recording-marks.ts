import { positionAt } from './player-position';

/** Something to be seen on the wave: when a step began, where the caller was on hold, what a reviewer commented on. */
export type RecordingMark =
  | { kind: 'step' | 'comment'; seconds: number; title: string }
  | { kind: 'hold'; seconds: number; untilSeconds: number; title: string };

type Recorded = { recordedAt: number; durationSeconds: number };

/** The part of a hold that a recording holds; null when it has none of it. */
export function heldIn(
  { from, until }: { from: number; until: number },
  { recordedAt, durationSeconds }: Recorded,
): { seconds: number; untilSeconds: number } | null {
  const seconds = Math.max(0, (from - recordedAt) / 1000);
  const untilSeconds = Math.min(durationSeconds, (until - recordedAt) / 1000);
  return seconds < untilSeconds ? { seconds, untilSeconds } : null;
}

/** The marks of one recording of a call, by when what they stand for happened. */
export function marksOfCall(
  recording: Recorded,
  {
    steps,
    holds,
  }: {
    steps: readonly { at: number; title: string }[];
    holds: readonly { from: number; until: number; title: string }[];
  },
): RecordingMark[] {
  return [
    ...holds.flatMap((hold): RecordingMark[] => {
      const held = heldIn(hold, recording);
      return held ? [{ kind: 'hold', ...held, title: hold.title }] : [];
    }),
    ...steps.flatMap(({ at, title }): RecordingMark[] => {
      const seconds = positionAt(at, recording);
      return seconds === null ? [] : [{ kind: 'step', seconds, title }];
    }),
  ];
}
