'use client';

import clsx from 'clsx';
import { CircleDot, CirclePause } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Elapsed } from '@/components/ui/elapsed';
import type { MyCall } from '@/lib/domain/calls/call-view';
import type { Control } from './use-control';

type Recording = NonNullable<MyCall['recording']>;

/** Whether what is said now is recorded: a red dot and words. */
export function RecordingState({ recording: { phase, since } }: { recording: Recording }) {
  const t = useTranslations('desk.control.recording');
  return (
    <p className="flex items-center gap-2">
      <span
        aria-hidden="true"
        className={clsx('size-3 shrink-0 rounded-full border-2 border-danger', phase === 'on' && 'bg-danger')}
      />
      <span>
        {t(phase)}
        {phase === 'on' || phase === 'paused' ? (
          <>
            {' · '}
            <Elapsed since={since} />
          </>
        ) : null}
      </span>
    </p>
  );
}

/** Pauses the recording while the caller says what must not be in it, and goes on with it. */
export function RecordingButton({ recording, control }: { recording: Recording; control: Control }) {
  const t = useTranslations('desk.control.recording');
  const { phase } = recording;
  if (phase === 'failed') return null;
  const isPaused = phase === 'paused';
  const press = () =>
    void control.order(
      isPaused
        ? { path: 'recording/resume', said: t('isResumed') }
        : { path: 'recording/pause', said: t('isPaused') },
    );
  return (
    <Button
      size="call"
      variant={isPaused ? 'primary' : 'secondary'}
      icon={isPaused ? <CircleDot /> : <CirclePause />}
      busy={control.busy}
      disabledReason={phase === 'starting' ? t('notYet') : null}
      title={isPaused ? undefined : t('pauseHint')}
      onClick={press}
    >
      {t(isPaused ? 'resume' : 'pause')}
    </Button>
  );
}
