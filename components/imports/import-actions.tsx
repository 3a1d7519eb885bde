'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { InlineAlert } from '@/components/ui/inline-alert';
import { notify } from '@/components/ui/notify';
import { useChange } from '@/components/use-change';
import { useErrorWords } from '@/components/use-error-words';
import type { ImportView } from '@/lib/domain/imports/imports.contract';

/** Stops an import, resumes it, or undoes it after a question. */
export function ImportActions({ job }: { job: ImportView }) {
  const t = useTranslations('import');
  const words = useErrorWords();
  const router = useRouter();
  const [isAsking, setAsking] = useState(false);
  const options = { onRefused: () => router.refresh() };
  const change = useChange(
    (verb: 'stop' | 'resume', { key }) => api.post(`/imports/${job.id}/${verb}`, undefined, { key }),
    { ...options, onDone: () => router.refresh() },
  );
  const undo = useChange((_: undefined, { key }) => api.post(`/imports/${job.id}/undo`, undefined, { key }), {
    ...options,
    onDone: () => {
      setAsking(false);
      notify(t('undoStarted'));
      router.refresh();
    },
  });
  const { may } = job;
  const isTooOld = !may.undo && job.state === 'done';
  return (
    <>
      {may.stop ? (
        <Button busy={change.busy} onClick={() => void change.run('stop')}>
          {t('stop')}
        </Button>
      ) : null}
      {may.resume ? (
        <Button variant="primary" busy={change.busy} onClick={() => void change.run('resume')}>
          {t('resume')}
        </Button>
      ) : null}
      {may.undo || isTooOld ? (
        <Button disabledReason={isTooOld ? t('tooOldToUndo') : null} onClick={() => setAsking(true)}>
          {t(job.state === 'stopped' && !may.resume ? 'undoAgain' : 'undo')}
        </Button>
      ) : null}
      {change.error ? (
        <InlineAlert tone="danger" urgent>
          {words.ofError(change.error)}
        </InlineAlert>
      ) : null}
      <AlertDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t('undoTitle', { file: job.fileName })}
        text={t('undoText')}
        confirmLabel={t('undoConfirm')}
        busy={undo.busy}
        error={undo.error ? words.ofError(undo.error) : null}
        onConfirm={() => void undo.run(undefined)}
      />
    </>
  );
}
