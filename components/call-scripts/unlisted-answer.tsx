'use client';

import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useRunningCall } from '@/components/calls/running-call';
import { keptForms } from '@/components/kept-forms';
import { Button } from '@/components/ui/button';
import { notify } from '@/components/ui/notify';
import { TextArea } from '@/components/ui/text-area';
import { useKeptForm } from '@/components/use-kept-form';

const empty = { words: '' };
const subjectOf = (callId: string, step: string) => `unlisted ${callId} ${step}`;

/** Words of the caller that were typed at this step and not sent yet (IN-6). */
export const hasUnsentWords = (callId: string, step: string) =>
  keptForms.read(subjectOf(callId, step), empty) !== null;

/**
 * «Другого в списке нет»: what the caller said is kept for the author of the step; the call goes on. Escape puts the
 * field away with its words.
 */
export function UnlistedAnswer({ onClose }: { onClose: () => void }) {
  const t = useTranslations('desk.unlisted');
  const { report, reporting, conversation, view } = useRunningCall();
  const kept = useKeptForm(subjectOf(view.id, conversation.step.name), () => empty);
  const { words } = kept.form;
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);

  const keep = async () => {
    if (!(await report({ type: 'caller.saidSomethingElse', words: words.trim() }))) return;
    kept.startAnew();
    notify(t('kept'));
    onClose();
  };
  const discard = () => {
    kept.startAnew();
    onClose();
  };
  return (
    <div className="flex flex-col gap-2 rounded-md border border-edge bg-canvas p-3">
      <TextArea
        ref={field}
        label={t('label')}
        hint={conversation.step.name === 'greeting' ? t('goesOn') : t('stays')}
        value={words}
        onValueChange={(words) => kept.change({ words })}
        maxLength={2_000}
        rows={2}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose();
          if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
            event.preventDefault();
            void keep();
          }
        }}
      />
      <div className="flex gap-2">
        <Button
          variant="primary"
          busy={reporting?.type === 'caller.saidSomethingElse'}
          onClick={() => void keep()}
        >
          {t('keep')}
        </Button>
        <Button variant="quiet" onClick={discard}>
          {t('close')}
        </Button>
      </div>
    </div>
  );
}
