'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { InlineAlert } from '@/components/ui/inline-alert';
import { Segmented } from '@/components/ui/segmented';
import { TextArea } from '@/components/ui/text-area';
import { useErrorWords } from '@/components/use-error-words';
import type { ReactionChoices } from '@/lib/domain/reactions/reactions.contract';
import { NextFields } from './next-fields';
import { type NextDraft, newNext, type OutcomeDraft } from './reaction-draft';
import type { FieldProblems } from './reaction-request';

const mostNext = 10;

type Props = {
  outcome: OutcomeDraft;
  onChange: (outcome: OutcomeDraft) => void;
  choices: ReactionChoices | null;
  problems: FieldProblems;
  /** Reopening an appeal always leaves a next reaction. */
  mayClose?: boolean;
  /** SA-3: who acts after a complaint is settled. */
  isComplaint?: boolean;
};

/** What follows a reaction: who acts next and by when, one or several, or the appeal is closed. */
export function OutcomeFields({ isComplaint = false, ...fields }: Props) {
  const t = useTranslations('reactions.card');
  return isComplaint ? (
    <InlineAlert tone="info">{t('complaintNext')}</InlineAlert>
  ) : (
    <ChosenOutcome {...fields} />
  );
}

function ChosenOutcome({
  outcome,
  onChange,
  choices,
  problems,
  mayClose = true,
}: Omit<Props, 'isComplaint'>) {
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
