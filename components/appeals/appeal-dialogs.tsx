'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import type { ApiError } from '@/components/api-error';
import { OutcomeFields } from '@/components/reactions/outcome-fields';
import { emptyOutcome, type FieldProblems, nextRequests } from '@/components/reactions/reaction-draft';
import { useRefusalWords } from '@/components/reactions/refusal-words';
import { useChoices } from '@/components/reactions/use-choices';
import { Button } from '@/components/ui/button';
import { useClock } from '@/components/ui/clock';
import { Dialog } from '@/components/ui/dialog';
import { InlineAlert } from '@/components/ui/inline-alert';
import { notify } from '@/components/ui/notify';
import { SelectField } from '@/components/ui/select-field';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import { useChange } from '@/components/use-change';
import { useErrorWords } from '@/components/use-error-words';
import type { AppealView } from '@/lib/domain/reactions/reaction-views';

type Props = { appeal: AppealView; onClose: () => void };

/** Changes topic, type, project and note. */
export function EditAppeal({ appeal, onClose }: Props) {
  const t = useTranslations('appeals');
  const common = useTranslations('common');
  const card = useTranslations('reactions.card');
  const words = useErrorWords();
  const { choices } = useChoices(true);
  const [form, setForm] = useState({
    topic: appeal.topic,
    type: appeal.type,
    projectId: appeal.project?.id ?? null,
    note: appeal.note,
  });
  const change = useAppealChange(t('saved'), onClose, (body, key) =>
    api.patch(`/appeals/${appeal.id}`, body, { key }),
  );
  const set = (part: Partial<typeof form>) => setForm({ ...form, ...part });
  const said = (field: string) => {
    const message = change.error?.fields[field];
    return message ? words.ofField(message) : undefined;
  };
  const projects = choices?.projects ?? (appeal.project ? [appeal.project] : []);
  return (
    <AppealDialog
      title={t('editTitle')}
      confirm={common('save')}
      change={change}
      onClose={onClose}
      onSave={() => void change.run({ version: appeal.version, ...form })}
    >
      <TextField
        label={t('fields.topic')}
        required
        maxLength={300}
        value={form.topic}
        onValueChange={(topic) => set({ topic })}
        error={said('topic')}
      />
      <TextField
        label={t('fields.type')}
        required
        maxLength={120}
        value={form.type}
        onValueChange={(type) => set({ type })}
        error={said('type')}
      />
      <SelectField
        label={t('fields.projectId')}
        options={[
          { value: '', label: card('noProject') },
          ...projects.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={form.projectId ?? ''}
        onValueChange={(projectId) => set({ projectId: projectId || null })}
        error={said('projectId')}
      />
      <TextArea
        label={t('fields.note')}
        maxLength={8000}
        value={form.note}
        onValueChange={(note) => set({ note })}
        error={said('note')}
      />
    </AppealDialog>
  );
}

/** Closes with a reason; its open next reactions end with it. */
export function CloseAppeal({ appeal, onClose }: Props) {
  const t = useTranslations('appeals');
  const words = useErrorWords();
  const [reason, setReason] = useState('');
  const change = useAppealChange(t('closed'), onClose, (body, key) =>
    api.post(`/appeals/${appeal.id}/close`, body, { key }),
  );
  const message = change.error?.fields.reason;
  return (
    <AppealDialog
      title={t('closeTitle')}
      description={t('closeText')}
      confirm={t('closeConfirm')}
      change={change}
      onClose={onClose}
      onSave={() => void change.run({ version: appeal.version, reason })}
    >
      <TextArea
        label={t('closeReason')}
        required
        maxLength={1000}
        value={reason}
        onValueChange={setReason}
        error={message && words.ofField(message)}
      />
    </AppealDialog>
  );
}

/** Opens again, with who must act next. */
export function ReopenAppeal({ appeal, onClose, personId }: Props & { personId: string }) {
  const t = useTranslations('appeals');
  const words = useErrorWords();
  const clock = useClock();
  const { choices } = useChoices(true);
  const [reason, setReason] = useState('');
  const [outcome, setOutcome] = useState(() => emptyOutcome(personId));
  const [missing, setMissing] = useState<FieldProblems>({});
  const change = useAppealChange(t('reopened'), onClose, (body, key) =>
    api.post(`/appeals/${appeal.id}/reopen`, body, { key }),
  );
  const save = () => {
    const problems: FieldProblems = {};
    const nextReactions = nextRequests(outcome.next, clock.now(), problems);
    setMissing(problems);
    if (Object.keys(problems).length === 0) {
      void change.run({ version: appeal.version, reason, nextReactions });
    }
  };
  const message = change.error?.fields.reason;
  return (
    <AppealDialog
      title={t('reopenTitle')}
      confirm={t('reopenConfirm')}
      change={change}
      onClose={onClose}
      onSave={save}
      size="large"
    >
      <TextArea
        label={t('reopenReason')}
        required
        maxLength={1000}
        value={reason}
        onValueChange={setReason}
        error={message && words.ofField(message)}
      />
      <OutcomeFields
        outcome={outcome}
        onChange={setOutcome}
        choices={choices}
        problems={{ ...change.error?.fields, ...missing }}
        mayClose={false}
      />
    </AppealDialog>
  );
}

type DialogProps = {
  title: string;
  description?: string;
  confirm: string;
  change: { busy: boolean; error: ApiError | null };
  size?: 'small' | 'large';
  onClose: () => void;
  onSave: () => void;
  children: ReactNode;
};

function AppealDialog({ title, description, confirm, change, size, onClose, onSave, children }: DialogProps) {
  const t = useTranslations('appeals');
  const common = useTranslations('common');
  const refusalWords = useRefusalWords();
  const { error, busy } = change;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size={size}
      title={title}
      description={description}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button variant="primary" busy={busy} onClick={onSave}>
            {confirm}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {error && Object.keys(error.fields).length === 0 ? (
          <InlineAlert tone="danger" urgent>
            {error.code === 'conflict' ? t('stale') : refusalWords(error)}
          </InlineAlert>
        ) : null}
        {children}
      </div>
    </Dialog>
  );
}

function useAppealChange(
  done: string,
  onDone: () => void,
  send: (body: object, key: string) => Promise<unknown>,
) {
  const router = useRouter();
  return useChange((body: object, { key }) => send(body, key), {
    onDone: () => {
      notify(done);
      onDone();
      router.refresh();
    },
  });
}
