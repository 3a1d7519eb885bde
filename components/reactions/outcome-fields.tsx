'use client';

import { Plus, Trash2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { useNow } from '@/components/ui/clock';
import { DateTimeField } from '@/components/ui/date-time-field';
import { IconButton } from '@/components/ui/icon-button';
import { InlineAlert } from '@/components/ui/inline-alert';
import { Segmented } from '@/components/ui/segmented';
import { SelectField } from '@/components/ui/select-field';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import { useErrorWords } from '@/components/use-error-words';
import { minuteMs } from '@/lib/domain/duration';
import type { ReactionChoices } from '@/lib/domain/reactions/reactions.contract';
import { type DueChoice, dueChoicesAt } from './due-choice';
import { type NextDraft, newNext, type OutcomeDraft } from './reaction-draft';
import type { FieldProblems } from './reaction-request';
import { ResponsibleField } from './responsible-field';

const mostNext = 10;

type Props = {
  outcome: OutcomeDraft;
  onChange: (outcome: OutcomeDraft) => void;
  choices: ReactionChoices | null;
  problems: FieldProblems;
  /** Reopening an appeal always leaves a next reaction. */
  mayClose?: boolean;
};

/** What follows a reaction: who acts next and by when, one or several (SA-3: two), or the appeal is closed. */
export function OutcomeFields({ outcome, onChange, choices, problems, mayClose = true }: Props) {
  const t = useTranslations('reactions.card');
  const words = useErrorWords();
  const said = (path: string) => problems[path] && words.ofField(problems[path]);
  const replace = (index: number, next: NextDraft) =>
    onChange({ ...outcome, next: outcome.next.map((one, at) => (at === index ? next : one)) });
  return (
    <fieldset className="flex min-w-0 flex-col gap-3">
      <legend className="mb-2 font-semibold">{t('outcome')}</legend>
      {mayClose ? (
        <Segmented
          label={t('outcome')}
          options={[
            { value: 'next', label: t('outcomeNext') },
            { value: 'close', label: t('outcomeClose') },
          ]}
          value={outcome.kind}
          onValueChange={(kind) => onChange({ ...outcome, kind })}
        />
      ) : null}
      {problems.nextReactions ? (
        <InlineAlert tone="danger" urgent>
          {said('nextReactions')}
        </InlineAlert>
      ) : null}
      {outcome.kind === 'close' ? (
        <TextArea
          label={t('closeReason')}
          required
          rows={2}
          value={outcome.closeReason}
          onValueChange={(closeReason) => onChange({ ...outcome, closeReason })}
          error={said('closeAppeal.reason') || undefined}
        />
      ) : (
        <>
          {outcome.next.map((next, index) => (
            <NextFields
              key={next.key}
              next={next}
              onChange={(changed) => replace(index, changed)}
              onRemove={
                outcome.next.length > 1
                  ? () => onChange({ ...outcome, next: outcome.next.filter((_, at) => at !== index) })
                  : undefined
              }
              choices={choices}
              whoError={said(`nextReactions.${index}.responsible`) || said(`nextReactions.${index}`)}
              whenError={said(`nextReactions.${index}.dueAt`)}
            />
          ))}
          <Button
            variant="quiet"
            size="small"
            icon={<Plus />}
            className="w-fit"
            disabled={outcome.next.length >= mostNext}
            onClick={() => onChange({ ...outcome, next: [...outcome.next, newNext(null)] })}
          >
            {t('addNext')}
          </Button>
        </>
      )}
    </fieldset>
  );
}

type NextProps = {
  next: NextDraft;
  onChange: (next: NextDraft) => void;
  onRemove?: () => void;
  choices: ReactionChoices | null;
  whoError?: string;
  whenError?: string;
};

function NextFields({ next, onChange, onRemove, choices, whoError, whenError }: NextProps) {
  const t = useTranslations('reactions.card');
  const dueWords = useTranslations('reactions.due');
  const now = useNow(minuteMs);
  const offered = dueChoicesAt(now);
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
          options={offered.map((value) => ({ value, label: dueWords(value) }))}
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
          maxLength={300}
          value={next.topic}
          onValueChange={(topic) => onChange({ ...next, topic })}
        />
      </div>
      {onRemove ? <IconButton label={t('removeNext')} icon={<Trash2 />} onClick={onRemove} /> : null}
    </div>
  );
}
