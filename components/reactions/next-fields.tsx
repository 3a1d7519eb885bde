'use client';

import { Trash2 } from 'lucide-react';
import { useTimeZone, useTranslations } from 'use-intl';
import { useNow } from '@/components/ui/clock';
import { DateTimeField } from '@/components/ui/date-time-field';
import { IconButton } from '@/components/ui/icon-button';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import { minuteMs } from '@/lib/domain/duration';
import type { ReactionChoices } from '@/lib/domain/reactions/reactions.contract';
import { recordLimits } from '@/lib/domain/reactions/record-limits';
import {
  defaultPromiseMinutes,
  promiseMinutesOf,
  routeOfDepartment,
} from '@/lib/domain/settings/promise-minutes';
import { type DueChoice, dueChoicesAt } from './due-choice';
import { departmentOfChoice, type NextDraft } from './reaction-draft';
import { ResponsibleField } from './responsible-field';

type Props = {
  next: NextDraft;
  onChange: (next: NextDraft) => void;
  onRemove?: () => void;
  choices: ReactionChoices | null;
  whoError?: string;
  whenError?: string;
};

/** One next reaction: who acts, by when, and what. */
export function NextFields({ next, onChange, onRemove, choices, whoError, whenError }: Props) {
  const t = useTranslations('reactions.card');
  const dueWords = useTranslations('reactions.due');
  const now = useNow(minuteMs);
  const department = departmentOfChoice(next.responsible, choices);
  const wordsOf = (due: DueChoice) => {
    if (due !== 'minute') return dueWords(due);
    if (department === null) return dueWords('byDepartment');
    const promises = choices?.promises ?? defaultPromiseMinutes;
    return dueWords(due, { minutes: promiseMinutesOf(promises, routeOfDepartment(department)) });
  };
  const offered = dueChoicesAt(now, useTimeZone()!);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-2 gap-y-3 rounded-md border border-line p-3">
      <div className="grid min-w-0 gap-3 desk:grid-cols-3">
        <ResponsibleField
          label={t('who')}
          required
          choices={choices}
          value={next.responsible}
          onValueChange={(responsible) => onChange({ ...next, responsible })}
          error={whoError}
        />
        <SelectField<DueChoice>
          label={t('when')}
          required
          options={offered.map((value) => ({ value, label: wordsOf(value) }))}
          value={next.due}
          onValueChange={(due) => onChange({ ...next, due })}
          error={next.due === 'custom' ? undefined : whenError}
        />
        {next.due === 'custom' ? (
          <DateTimeField
            label={dueWords('customAt')}
            required
            className="w-full"
            value={next.customAt}
            onValueChange={(customAt) => onChange({ ...next, customAt })}
            error={whenError}
          />
        ) : null}
        <TextField
          label={t('what')}
          placeholder={t('whatHint')}
          maxLength={recordLimits.topic}
          value={next.topic}
          onValueChange={(topic) => onChange({ ...next, topic })}
        />
      </div>
      {onRemove ? <IconButton label={t('removeNext')} icon={<Trash2 />} onClick={onRemove} /> : null}
    </div>
  );
}
