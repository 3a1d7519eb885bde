'use client';

import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useRunningCall } from '@/components/calls/running-call';
import { Button } from '@/components/ui/button';
import { notify } from '@/components/ui/notify';
import { TextArea } from '@/components/ui/text-area';

/** «Другого в списке нет»: what the caller said is kept for the author of the step; the call goes on. */
export function UnlistedAnswer({ onClose }: { onClose: () => void }) {
  const t = useTranslations('desk.unlisted');
  const { report, reporting, conversation } = useRunningCall();
  const [words, setWords] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);

  const keep = async () => {
    if (!(await report({ type: 'caller.saidSomethingElse', words: words.trim() }))) return;
    notify(t('kept'));
    onClose();
  };
  return (
    <div className="flex flex-col gap-2 rounded-md border border-edge bg-canvas p-3">
      <TextArea
        ref={field}
        label={t('label')}
        hint={conversation.step.name === 'greeting' ? t('goesOn') : t('stays')}
        value={words}
        onValueChange={setWords}
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
        <Button variant="quiet" onClick={onClose}>
          {t('close')}
        </Button>
      </div>
    </div>
  );
}
