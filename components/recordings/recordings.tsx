'use client';

import { useFormatter, useTranslations } from 'use-intl';
import type { PlayableRecording } from '@/lib/domain/recordings/recording-view';
import { type PlayerUse, RecordingPlayer } from './recording-player';

type Props = PlayerUse & { recordings: readonly PlayableRecording[] };

/** What was recorded of a call, each with its player, or with why it cannot be heard, and with who has listened. */
export function Recordings({ recordings, ...use }: Props) {
  const t = useTranslations('recordings');
  const format = useFormatter();
  return (
    <ul className="flex flex-col gap-4">
      {recordings.map((recording) => {
        const { id, kind, state, recordedAt, deletedAt, listeners } = recording;
        const label = t(kind, { at: format.dateTime(recordedAt, 'dateTime') });
        return (
          <li key={id} className="flex flex-col gap-1">
            <span className="text-sm">{label}</span>
            {state === 'kept' ? (
              <RecordingPlayer recording={recording} label={label} {...use} />
            ) : (
              <span className="text-soft">
                {t(`states.${state}`, { at: deletedAt === null ? '' : format.dateTime(deletedAt, 'date') })}
              </span>
            )}
            {listeners.length > 0 ? (
              <span className="text-faint text-sm">
                {t('listened', {
                  people: listeners
                    .map(({ name, at }) => t('listener', { name, at: format.dateTime(at, 'dateTime') }))
                    .join(', '),
                })}
              </span>
            ) : state === 'kept' ? (
              <span className="text-faint text-sm">{t('notListened')}</span>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
