'use client';

import { useTranslations } from 'use-intl';
import { SelectField } from '@/components/ui/select-field';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import { useErrorWords } from '@/components/use-error-words';
import type { ReactionChoices } from '@/lib/domain/reactions/reactions.contract';
import { recordLimits } from '@/lib/domain/reactions/record-limits';
import type { ReactionDraft } from './reaction-draft';
import type { FieldProblems } from './reaction-request';

type Props = {
  draft: ReactionDraft;
  onChange: (draft: ReactionDraft) => void;
  choices: ReactionChoices | null;
  problems: FieldProblems;
};

/** CARD: what a new appeal is asked for. */
export function NewAppealFields({ draft, onChange, choices, problems }: Props) {
  const t = useTranslations('reactions.card');
  const words = useErrorWords();
  const { appeal } = draft;
  const set = (change: Partial<typeof appeal>) => onChange({ ...draft, appeal: { ...appeal, ...change } });
  const said = (path: string) => (problems[path] ? words.ofField(problems[path]) : undefined);
  const projects = choices?.projects ?? [];
  return (
    <div className="grid gap-3 desk:grid-cols-2">
      <TextField
        label={t('appealTopic')}
        required
        placeholder={t('topicHint')}
        maxLength={recordLimits.topic}
        className="desk:col-span-2"
        value={appeal.topic}
        onValueChange={(topic) => set({ topic })}
        error={said('appeal.topic')}
      />
      <TextField
        label={t('appealType')}
        maxLength={recordLimits.type}
        value={appeal.type}
        onValueChange={(type) => set({ type })}
        error={said('appeal.type')}
      />
      <SelectField
        label={t('project')}
        options={[
          { value: '', label: t('noProject') },
          ...projects.map((project) => ({ value: project.id, label: project.name })),
        ]}
        value={appeal.projectId ?? ''}
        onValueChange={(projectId) => set({ projectId: projectId || null })}
        error={said('appeal.projectId')}
      />
      <TextArea
        label={t('note')}
        rows={2}
        maxLength={recordLimits.note}
        className="desk:col-span-2"
        value={appeal.note}
        onValueChange={(note) => set({ note })}
        error={said('appeal.note')}
      />
    </div>
  );
}
