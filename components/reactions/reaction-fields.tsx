'use client';

import { useTranslations } from 'use-intl';
import { DateTimeField } from '@/components/ui/date-time-field';
import { SelectField } from '@/components/ui/select-field';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import { useErrorWords } from '@/components/use-error-words';
import type { DepartmentKind } from '@/lib/domain/employees/roles';
import { type ReactionType, reactionTypes } from '@/lib/domain/reactions/reaction';
import type { ReactionChoices } from '@/lib/domain/reactions/reactions.contract';
import { recordLimits } from '@/lib/domain/reactions/record-limits';
import { useDepartmentName } from './department-name';
import type { ReactionDraft } from './reaction-draft';
import type { FieldProblems } from './reaction-request';

type Reaction = ReactionDraft['reaction'];

type Props = {
  reaction: Reaction;
  onChange: (reaction: Reaction) => void;
  /** The appeal's topic, which the reaction repeats until it gets its own. */
  appealTopic: string;
  choices: ReactionChoices | null;
  problems: FieldProblems;
};

/** What happened: type, topic, when, whose work caused a complaint, and what was said. */
export function ReactionFields({ reaction, onChange, appealTopic, choices, problems }: Props) {
  const t = useTranslations('reactions.card');
  const types = useTranslations('reactions.types');
  const departmentName = useDepartmentName();
  const words = useErrorWords();
  const said = (path: string) => (problems[path] ? words.ofField(problems[path]) : undefined);
  return (
    <fieldset className="flex min-w-0 flex-col gap-3">
      <legend className="mb-2 font-semibold">{t('reaction')}</legend>
      <div className="grid gap-3 desk:grid-cols-3">
        <SelectField<ReactionType>
          label={t('reactionType')}
          required
          options={reactionTypes.map((type) => ({ value: type, label: types(type) }))}
          value={reaction.type}
          onValueChange={(type) => onChange({ ...reaction, type })}
          error={said('reaction.type')}
        />
        <TextField
          label={t('reactionTopic')}
          placeholder={appealTopic || t('reactionTopicHint')}
          maxLength={recordLimits.topic}
          value={reaction.topic}
          onValueChange={(topic) => onChange({ ...reaction, topic })}
          error={said('reaction.topic')}
        />
        <DateTimeField
          label={t('happenedAt')}
          className="w-full"
          hint={t('happenedAtHint')}
          value={reaction.happenedAt}
          onValueChange={(happenedAt) => onChange({ ...reaction, happenedAt })}
          error={said('reaction.happenedAt')}
        />
        {reaction.type === 'complaint' ? (
          <SelectField<DepartmentKind>
            label={t('causedBy')}
            required
            options={(choices?.departments ?? []).map((department) => ({
              value: department.kind,
              label: departmentName(department),
            }))}
            value={reaction.causedBy ?? null}
            onValueChange={(causedBy) => onChange({ ...reaction, causedBy })}
            error={said('reaction.causedBy')}
          />
        ) : null}
      </div>
      <TextArea
        label={t('note')}
        maxLength={recordLimits.note}
        value={reaction.note}
        onValueChange={(note) => onChange({ ...reaction, note })}
        error={said('reaction.note')}
      />
    </fieldset>
  );
}
