'use client';

import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { useChoices } from '@/components/reactions/use-choices';
import { useContestedNotes } from '@/components/ui/contested-field';
import { SelectField } from '@/components/ui/select-field';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import { useEdition } from '@/components/use-edition';
import { useErrorWords } from '@/components/use-error-words';
import { recordLimits } from '@/lib/domain/reactions/record-limits';
import { AppealDialog, type AppealDialogProps } from './appeal-dialog';
import { useAppealChange } from './use-appeal-change';

/** Changes topic, type, project and note. */
export function EditAppeal({ appeal, onClose }: AppealDialogProps) {
  const t = useTranslations('appeals');
  const common = useTranslations('common');
  const card = useTranslations('reactions.card');
  const words = useErrorWords();
  const { choices } = useChoices(true);
  const subject = `appeal ${appeal.id}`;
  const { topic, type, note, version } = appeal;
  const edition = useEdition(subject, {
    version,
    form: { topic, type, projectId: appeal.project?.id ?? null, note },
  });
  const { form } = edition;
  const change = useAppealChange({
    appeal,
    subject,
    send: (body, options) => api.patch(`/appeals/${appeal.id}`, body, options),
    done: t('saved'),
    onDone: () => {
      edition.startAnew();
      onClose();
    },
  });
  const noteOn = useContestedNotes(edition.fields);
  const asTyped = (text: string) => text;
  const set = (part: Partial<typeof form>) => edition.change({ ...form, ...part });
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
      edition={edition}
      onClose={onClose}
      onSave={() => void change.run({ version: edition.version, ...form })}
    >
      <TextField
        label={t('fields.topic')}
        required
        maxLength={recordLimits.topic}
        value={form.topic}
        onValueChange={(topic) => set({ topic })}
        warning={noteOn('topic', asTyped)}
        error={said('topic')}
      />
      <TextField
        label={t('fields.type')}
        required
        maxLength={recordLimits.type}
        value={form.type}
        onValueChange={(type) => set({ type })}
        warning={noteOn('type', asTyped)}
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
        warning={noteOn<string | null>(
          'projectId',
          (id) => projects.find((project) => project.id === id)?.name ?? card('noProject'),
        )}
        error={said('projectId')}
      />
      <TextArea
        label={t('fields.note')}
        maxLength={recordLimits.note}
        value={form.note}
        onValueChange={(note) => set({ note })}
        warning={noteOn('note', asTyped)}
        error={said('note')}
      />
    </AppealDialog>
  );
}
