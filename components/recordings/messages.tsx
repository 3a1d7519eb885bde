'use client';

import { useFormatter, useTranslations } from 'use-intl';
import type { MessageView } from '@/lib/domain/recordings/recording-view';

type Props = { messages: readonly MessageView[] };

/** The messages a missed caller left, each with its player and who has listened. */
export function Messages({ messages }: Props) {
  const t = useTranslations('recordings');
  const format = useFormatter();
  return (
    <ul className="flex flex-col gap-3">
      {messages.map((message) => {
        const at = format.dateTime(message.recordedAt, 'dateTime');
        return (
          <li key={message.id} className="flex flex-col gap-1">
            <span className="text-sm">
              {t('message', { at })}{' '}
              <span className="text-faint">{t('seconds', { count: message.durationSeconds })}</span>
            </span>
            {message.state === 'kept' ? (
              // biome-ignore lint/a11y/useMediaCaption: nobody has written down what the caller said
              <audio
                controls
                preload="none"
                aria-label={t('message', { at })}
                className="w-full max-w-md"
                src={`/api/v1/recordings/${message.id}/audio`}
              />
            ) : (
              <span className="text-faint">{t(`states.${message.state}`)}</span>
            )}
            {message.listeners.length > 0 ? (
              <span className="text-faint text-sm">
                {t('listened', {
                  people: message.listeners
                    .map(({ name, at }) => t('listener', { name, at: format.dateTime(at, 'dateTime') }))
                    .join(', '),
                })}
              </span>
            ) : message.state === 'kept' ? (
              <span className="text-faint text-sm">{t('notListened')}</span>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
