'use client';

import { useState } from 'react';
import { useTimeZone, useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { OutcomeFields } from '@/components/reactions/outcome-fields';
import { emptyOutcome } from '@/components/reactions/reaction-draft';
import { type FieldProblems, nextRequests } from '@/components/reactions/reaction-request';
import { useChoices } from '@/components/reactions/use-choices';
import { useClock } from '@/components/ui/clock';
import { TextArea } from '@/components/ui/text-area';
import { useEdition } from '@/components/use-edition';
import { useErrorWords } from '@/components/use-error-words';
import { AppealDialog, type AppealDialogProps } from './appeal-dialog';
import { useAppealChange } from './use-appeal-change';

/** Opens again, with who must act next. */
export function ReopenAppeal({ appeal, onClose, personId }: AppealDialogProps & { personId: string }) {
  const t = useTranslations('appeals');
  const words = useErrorWords();
  const clock = useClock();
  const timeZone = useTimeZone()!;
  const { choices } = useChoices(true);
  const subject = `reopen appeal ${appeal.id}`;
  const edition = useEdition(subject, {
    version: appeal.version,
    form: { reason: '', outcome: emptyOutcome(personId) },
  });
  const { form } = edition;
  const [missing, setMissing] = useState<FieldProblems>({});
  const change = useAppealChange({
    appeal,
    subject,
    send: (body, options) => api.post(`/appeals/${appeal.id}/reopen`, body, options),
    done: t('reopened'),
    onDone: () => {
      edition.startAnew();
      onClose();
    },
  });
  const save = () => {
    const problems: FieldProblems = {};
    const nextReactions = nextRequests(form.outcome.next, clock.now(), timeZone, problems);
    setMissing(problems);
    if (Object.keys(problems).length === 0) {
      void change.run(
        { version: edition.version, reason: form.reason, nextReactions },
        { version: edition.version, form },
      );
    }
  };
  const message = change.error?.fields.reason;
  return (
    <AppealDialog
      title={t('reopenTitle')}
      confirm={t('reopenConfirm')}
      change={change}
      edition={edition}
      onClose={onClose}
      onSave={save}
      size="large"
    >
      <TextArea
        label={t('reopenReason')}
        required
        maxLength={1000}
        value={form.reason}
        onValueChange={(reason) => edition.change({ ...form, reason })}
        error={message && words.ofField(message)}
      />
      <OutcomeFields
        outcome={form.outcome}
        onChange={(outcome) => edition.change({ ...form, outcome })}
        choices={choices}
        problems={{ ...change.error?.fields, ...missing }}
        mayClose={false}
      />
    </AppealDialog>
  );
}
