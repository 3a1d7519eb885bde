'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { Button } from '@/components/ui/button';
import { CheckboxField } from '@/components/ui/checkbox-field';
import { DateTimeField } from '@/components/ui/date-time-field';
import { Dialog } from '@/components/ui/dialog';
import { InlineAlert } from '@/components/ui/inline-alert';
import { notify } from '@/components/ui/notify';
import { TextArea } from '@/components/ui/text-area';
import { useChange } from '@/components/use-change';
import { useErrorWords } from '@/components/use-error-words';
import type { NextReactionView } from '@/lib/domain/reactions/reaction-views';
import { localTime } from './due-choice';
import type { ResponsibleChoice } from './reaction-draft';
import { useRefusalWords } from './refusal-words';
import { ResponsibleField } from './responsible-field';
import { useChoices } from './use-choices';

export type NextReactionDialogProps = {
  next: Pick<NextReactionView, 'id' | 'version' | 'kind'>;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** «Перенести…»: another due time, with its reason. */
export function PostponeDialog({ next, open, onOpenChange }: NextReactionDialogProps) {
  const t = useTranslations('reactions.postpone');
  const words = useErrorWords();
  const [dueAt, setDueAt] = useState('');
  const [reason, setReason] = useState('');
  const change = useNextReactionChange(next.id, 'postpone', t('saved'), () => onOpenChange(false));
  const save = () => void change.run({ version: next.version, dueAt: localTime(dueAt), reason });
  const said = (field: string) => {
    const message = change.error?.fields[field];
    return message ? words.ofField(message) : undefined;
  };
  return (
    <ReasonDialog {...{ open, onOpenChange, change, save }} title={t('title')} confirm={t('confirm')}>
      <DateTimeField
        label={t('dueAt')}
        required
        className="w-full"
        value={dueAt}
        onValueChange={setDueAt}
        error={said('dueAt')}
      />
      <TextArea
        label={t('reason')}
        required
        value={reason}
        onValueChange={setReason}
        error={said('reason')}
      />
    </ReasonDialog>
  );
}

/** «Передать…»: another person or department, with the reason. */
export function HandOverDialog({ next, open, onOpenChange }: NextReactionDialogProps) {
  const t = useTranslations('reactions.handOver');
  const words = useErrorWords();
  const { choices } = useChoices(open);
  const [responsible, setResponsible] = useState<ResponsibleChoice | null>(null);
  const [reason, setReason] = useState('');
  const change = useNextReactionChange(next.id, 'hand-over', t('saved'), () => onOpenChange(false));
  const save = () => void change.run({ version: next.version, responsible, reason });
  const fields = change.error?.fields ?? {};
  const whoError = Object.keys(fields).find((path) => path.startsWith('responsible'));
  return (
    <ReasonDialog {...{ open, onOpenChange, change, save }} title={t('title')} confirm={t('confirm')}>
      <ResponsibleField
        label={t('to')}
        required
        choices={choices}
        value={responsible}
        onValueChange={setResponsible}
        error={whoError && words.ofField('required')}
      />
      <TextArea
        label={t('reason')}
        required
        value={reason}
        onValueChange={setReason}
        error={fields.reason && words.ofField(fields.reason)}
      />
    </ReasonDialog>
  );
}

/** Ends without a reaction, with the reason: nothing came of it, or a missed call needs no record. */
export function CloseDialog({ next, open, onOpenChange }: NextReactionDialogProps) {
  const t = useTranslations('reactions.close');
  const words = useErrorWords();
  const [reason, setReason] = useState('');
  const [isCalledBack, setCalledBack] = useState(false);
  const isMissed = next.kind === 'missedCall';
  const change = useNextReactionChange<{ isAppealClosed: boolean }>(
    next.id,
    'close',
    ({ isAppealClosed }) => t(isAppealClosed ? 'savedAppeal' : 'saved'),
    () => onOpenChange(false),
  );
  const save = () =>
    void change.run({
      version: next.version,
      reason,
      outcome: isMissed && isCalledBack ? 'calledBack' : 'closed',
    });
  const reasonError = change.error?.fields.reason;
  return (
    <ReasonDialog
      {...{ open, onOpenChange, change, save }}
      title={t('title')}
      description={t(isMissed ? 'textMissed' : 'text')}
      confirm={t('confirm')}
    >
      {isMissed ? (
        <CheckboxField label={t('calledBack')} value={isCalledBack} onValueChange={setCalledBack} />
      ) : null}
      <TextArea
        label={t('reason')}
        required
        value={reason}
        onValueChange={setReason}
        error={reasonError && words.ofField(reasonError)}
      />
    </ReasonDialog>
  );
}

type Change = Pick<ReturnType<typeof useNextReactionChange>, 'busy' | 'error'>;

type ReasonDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  change: Change;
  save: () => void;
  title: string;
  description?: string;
  confirm: string;
  children: ReactNode;
};

function ReasonDialog({
  open,
  onOpenChange,
  change,
  save,
  title,
  description,
  confirm,
  children,
}: ReasonDialogProps) {
  const common = useTranslations('common');
  const refusalWords = useRefusalWords();
  const isWholeRefused = change.error !== null && Object.keys(change.error.fields).length === 0;
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={title}
      description={description}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{common('cancel')}</Button>
          <Button variant="primary" busy={change.busy} onClick={save}>
            {confirm}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {isWholeRefused ? (
          <InlineAlert tone="danger" urgent>
            {refusalWords(change.error!)}
          </InlineAlert>
        ) : null}
        {children}
      </div>
    </Dialog>
  );
}

function useNextReactionChange<Answer = unknown>(
  nextReactionId: string,
  verb: 'postpone' | 'hand-over' | 'close',
  done: string | ((answer: Answer) => string),
  onDone: () => void,
) {
  const router = useRouter();
  return useChange(
    (body: object, { key }) => api.post<Answer>(`/next-reactions/${nextReactionId}/${verb}`, body, { key }),
    {
      onDone: (answer) => {
        notify(typeof done === 'string' ? done : done(answer));
        onDone();
        router.refresh();
      },
    },
  );
}
