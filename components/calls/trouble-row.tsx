'use client';

import { useTranslations } from 'use-intl';
import { InlineAlert } from '@/components/ui/inline-alert';
import type { MyCall } from '@/lib/domain/calls/call-view';

/** Commands to the phone line that wait or were given up: which one, and why. */
export function TroubleRow({ troubles }: { troubles: MyCall['troubles'] }) {
  const t = useTranslations('desk.troubles');
  return (
    <InlineAlert tone="warning" className="rounded-none px-4" urgent>
      <ul>
        {troubles.map((trouble) => (
          <li key={trouble.id}>
            <strong className="font-semibold">{t(`commands.${commandOf(trouble.type)}`)}</strong>:{' '}
            {t(trouble.state === 'pending' || trouble.state === 'started' ? 'waits' : 'failed', {
              attempts: trouble.attempts,
            })}
          </li>
        ))}
      </ul>
    </InlineAlert>
  );
}

const commands = [
  'join',
  'dial',
  'hold',
  'unhold',
  'wait',
  'mute',
  'unmute',
  'startRecording',
  'pauseRecording',
  'resumeRecording',
  'removeLeg',
  'endCall',
  'callOff',
  'announce',
  'sayAndEnd',
  'takeMessage',
] as const;
const commandOf = (type: string) => commands.find((command) => command === type) ?? 'other';
