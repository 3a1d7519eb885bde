'use client';

import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { TextArea } from '@/components/ui/text-area';
import { useEdition } from '@/components/use-edition';
import { useErrorWords } from '@/components/use-error-words';
import { AppealDialog, type AppealDialogProps } from './appeal-dialog';
import { useAppealChange } from './use-appeal-change';

const empty = { reason: '' };

/** Closes with a reason; its open next reactions end with it. */
export function CloseAppeal({ appeal, onClose }: AppealDialogProps) {
  const t = useTranslations('appeals');
  const words = useErrorWords();
  const subject = `close appeal ${appeal.id}`;
  const edition = useEdition(subject, { version: appeal.version, form: empty });
  const { reason } = edition.form;
  const change = useAppealChange({
    appeal,
    subject,
    send: (body, options) => api.post(`/appeals/${appeal.id}/close`, body, options),
    done: t('closed'),
    onDone: () => {
      edition.startAnew();
      onClose();
    },
  });
  const message = change.error?.fields.reason;
  return (
    <AppealDialog
      title={t('closeTitle')}
      description={t('closeText')}
      confirm={t('closeConfirm')}
      change={change}
      edition={edition}
      onClose={onClose}
      onSave={() => void change.run({ version: edition.version, reason })}
    >
      <TextArea
        label={t('closeReason')}
        required
        maxLength={1000}
        value={reason}
        onValueChange={(reason) => edition.change({ reason })}
        error={message && words.ofField(message)}
      />
    </AppealDialog>
  );
}
