'use client';

import clsx from 'clsx';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { RecordingMark } from './recording-marks';

type Props = { marks: readonly RecordingMark[]; durationSeconds: number; children: ReactNode };

const kinds = ['step', 'hold', 'comment'] as const;
const signs = { step: '▼', hold: '░', comment: '●' };

/**
 * Steps above the wave, holds across it, comments under it: decoration for the eye. What they stand for is reached by the
 * path of the conversation and by the score card.
 */
export function MarkedWave({ marks, durationSeconds, children }: Props) {
  const t = useTranslations('recordings.marks');
  const at = (seconds: number) => `${(100 * seconds) / Math.max(1, durationSeconds)}%`;
  const isMarked = marks.length > 0;
  const row = (kind: 'step' | 'comment', look: string) => (
    <div className={`relative h-3 text-xs leading-3 ${look}`}>
      {marks
        .filter((mark) => mark.kind === kind)
        .map(({ seconds, title }, index) => (
          <span
            key={index}
            title={title}
            className="absolute top-0 -translate-x-1/2"
            style={{ left: at(seconds) }}
          >
            {signs[kind]}
          </span>
        ))}
    </div>
  );
  return (
    <div>
      <div aria-hidden="true" className="overflow-x-clip">
        {isMarked ? row('step', 'text-soft') : null}
        <div className={clsx('relative', isMarked && 'min-h-2')}>
          {children}
          {marks.map((mark, index) =>
            mark.kind === 'hold' ? (
              <span
                key={index}
                title={mark.title}
                className="pointer-events-none absolute inset-y-0 border-warn-ink border-x bg-warn-tint opacity-60"
                style={{ left: at(mark.seconds), right: at(durationSeconds - mark.untilSeconds) }}
              />
            ) : null,
          )}
        </div>
        {isMarked ? row('comment', 'text-accent-ink') : null}
      </div>
      {isMarked ? (
        <p className="text-faint text-sm">
          {kinds
            .filter((kind) => marks.some((mark) => mark.kind === kind))
            .map((kind) => `${signs[kind]} ${t(kind)}`)
            .join(' · ')}
        </p>
      ) : null}
    </div>
  );
}
