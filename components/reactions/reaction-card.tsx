'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { useTimeZone, useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { Button } from '@/components/ui/button';
import { useClock } from '@/components/ui/clock';
import { Dialog } from '@/components/ui/dialog';
import { InlineAlert } from '@/components/ui/inline-alert';
import { notify } from '@/components/ui/notify';
import { useChange } from '@/components/use-change';
import { useErrorWords } from '@/components/use-error-words';
import { useKeptForm } from '@/components/use-kept-form';
import type { RecordReactionInput } from '@/lib/domain/reactions/record-input';
import type { WrittenRecords } from '@/lib/domain/reactions/records';
import { AppealAndClient } from './appeal-and-client';
import { FolderOfRefusal } from './folder-of-refusal';
import { OutcomeFields } from './outcome-fields';
import { ReactionAuthor, type ReactionPerson } from './reaction-author';
import { topicOf } from './reaction-draft';
import { ReactionFields } from './reaction-fields';
import { choiceRequest, type FieldProblems, outcomeRequest } from './reaction-request';
import { type ReactionStart, startedDraft, subjectOfStart } from './reaction-start';
import { useRefusalWords } from './refusal-words';
import { useChoices } from './use-choices';

export type ReactionCardProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  person: ReactionPerson;
  /** What is known already, read when the card opens; later changes of it leave the opened card alone. */
  start?: ReactionStart;
  onSaved?: (written: WrittenRecords) => void;
};

/**
 * CARD: the reaction card behind «+». Отдел and Сотрудник are the signed-in person's; the nesting of appeal and client
 * stands in one place; OK saves all as one act. What was typed stays in this tab until it is recorded or cleared.
 */
export function ReactionCard({ open, ...card }: ReactionCardProps) {
  return open ? <OpenReactionCard {...card} /> : null;
}

function OpenReactionCard({ onOpenChange, person, start: given, onSaved }: Omit<ReactionCardProps, 'open'>) {
  const t = useTranslations('reactions.card');
  const saves = useTranslations('saves.about');
  const router = useRouter();
  const clock = useClock();
  const timeZone = useTimeZone()!;
  const words = useErrorWords();
  const refusalWords = useRefusalWords();
  const { choices, error: choicesError } = useChoices(true);
  const [start] = useState(given);
  const subject = subjectOfStart(person.id, start);
  const kept = useKeptForm(subject, () => startedDraft(person.id, start));
  const { form: draft, change: setDraft } = kept;
  const [problems, setProblems] = useState<FieldProblems>({});
  const body = useRef<HTMLDivElement>(null);

  const { run, busy, error, clearError } = useChange(
    (input: RecordReactionInput, options) => api.post<WrittenRecords>('/reactions', input, options),
    {
      onDone: (written) => {
        kept.startAnew();
        onOpenChange(false);
        notify(t('saved'), {
          action: { label: t('openAppeal'), onClick: () => router.push(`/appeals/${written.appealId}`) },
        });
        onSaved?.(written);
        router.refresh();
      },
      onRefused: (refusal) => showProblems(refusal.fields),
      subject,
      waiting: () => ({
        about: topicOf(draft) ? saves('reactionOn', { topic: topicOf(draft) }) : saves('reaction'),
        href: '/reactions',
        form: subject,
        onWaiting: () => {
          kept.startAnew();
          onOpenChange(false);
        },
      }),
    },
  );

  const showProblems = (found: FieldProblems) => {
    setProblems(found);
    requestAnimationFrame(() => {
      body.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid] input')?.focus();
    });
  };

  const save = () => {
    clearError();
    const choice = choiceRequest(draft);
    const outcome = outcomeRequest(draft, clock.now(), timeZone);
    if (choice.ok && outcome.ok) {
      setProblems({});
      const { callId, fulfils } = start ?? {};
      void run({ ...choice.request, ...outcome.request, callId, fulfils }, draft);
      return;
    }
    showProblems({ ...(choice.ok ? {} : choice.problems), ...(outcome.ok ? {} : outcome.problems) });
  };

  const clear = () => {
    kept.startAnew();
    setProblems({});
    clearError();
  };

  const isWholeRefused = error !== null && Object.keys(error.fields).length === 0;
  return (
    <Dialog
      open
      onOpenChange={onOpenChange}
      title={t('title')}
      size="large"
      footer={
        <>
          {kept.isTouched ? (
            <>
              <span className="mr-auto self-center text-faint text-sm">{t('keep')}</span>
              <Button variant="quiet" onClick={clear}>
                {t('discard')}
              </Button>
            </>
          ) : null}
          <Button variant="plus" busy={busy} onClick={save}>
            {t('save')}
          </Button>
        </>
      }
    >
      <div ref={body} className="flex flex-col gap-5">
        {isWholeRefused ? (
          <InlineAlert tone="danger" urgent>
            {refusalWords(error)}
            <FolderOfRefusal error={error} />
          </InlineAlert>
        ) : null}
        {choicesError ? <InlineAlert tone="warning">{words.ofError(choicesError)}</InlineAlert> : null}
        <ReactionAuthor person={person} departments={choices?.departments ?? []} start={start} />
        <AppealAndClient draft={draft} onChange={setDraft} choices={choices} problems={problems} />
        <ReactionFields
          reaction={draft.reaction}
          onChange={(reaction) => setDraft({ ...draft, reaction })}
          appealTopic={topicOf({ ...draft, reaction: { ...draft.reaction, topic: '' } })}
          choices={choices}
          problems={problems}
        />
        <OutcomeFields
          outcome={draft.outcome}
          isComplaint={draft.reaction.type === 'complaint'}
          onChange={(outcome) => setDraft({ ...draft, outcome })}
          choices={choices}
          problems={problems}
        />
      </div>
    </Dialog>
  );
}
