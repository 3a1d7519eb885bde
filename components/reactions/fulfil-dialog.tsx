'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { useTimeZone, useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { RestoredNotice } from '@/components/form-notices';
import { useClock } from '@/components/ui/clock';
import { FormDialog } from '@/components/ui/form-dialog';
import { notify } from '@/components/ui/notify';
import { useChange } from '@/components/use-change';
import { useKeptForm } from '@/components/use-kept-form';
import type { RecordReactionInput } from '@/lib/domain/reactions/record-input';
import { AppealAndClient } from './appeal-and-client';
import type { NextReactionDialogProps } from './next-reaction-dialogs';
import { OutcomeFields } from './outcome-fields';
import { emptyDraft } from './reaction-draft';
import { ReactionFields } from './reaction-fields';
import { choiceRequest, type FieldProblems, outcomeRequest } from './reaction-request';
import { RefusalAlert } from './refusal-alert';
import { useChoices } from './use-choices';

type Props = NextReactionDialogProps & { personId: string };

/**
 * «Выполнено»: what happened, and at once who acts next or that the appeal is closed. A missed call has no card and no
 * appeal yet, so they are asked for here.
 */
export function FulfilDialog({ next, personId, onClose }: Props) {
  const t = useTranslations('reactions');
  const saves = useTranslations('saves.about');
  const router = useRouter();
  const clock = useClock();
  const timeZone = useTimeZone()!;
  const { choices } = useChoices(true);
  const subject = `fulfil ${next.id}`;
  const kept = useKeptForm(subject, () => emptyDraft(personId));
  const { form: draft, change: setDraft } = kept;
  const [problems, setProblems] = useState<FieldProblems>({});
  const body = useRef<HTMLDivElement>(null);
  const showProblems = (found: FieldProblems) => {
    setProblems(found);
    requestAnimationFrame(() => body.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  const { run, busy, error, clearError } = useChange(
    (input: Partial<RecordReactionInput>, options) =>
      api.post(`/next-reactions/${next.id}/fulfil`, input, options),
    {
      onDone: () => {
        kept.startAnew();
        onClose();
        notify(t('card.saved'));
        router.refresh();
      },
      onRefused: (refusal) => showProblems(refusal.fields),
      subject,
      waiting: () => ({
        about: saves('fulfil', { topic: next.topic }),
        href: next.appeal ? `/appeals/${next.appeal.id}` : '/reactions',
        form: subject,
        onWaiting: () => {
          kept.startAnew();
          onClose();
        },
      }),
    },
  );
  const save = () => {
    clearError();
    const choice = next.appeal ? ({ ok: true, request: {} } as const) : choiceRequest(draft);
    const outcome = outcomeRequest(draft, clock.now(), timeZone);
    if (choice.ok && outcome.ok) {
      setProblems({});
      void run({ ...choice.request, ...outcome.request }, draft);
      return;
    }
    showProblems({ ...(choice.ok ? {} : choice.problems), ...(outcome.ok ? {} : outcome.problems) });
  };
  const isWholeRefused = error !== null && Object.keys(error.fields).length === 0;
  return (
    <FormDialog
      onClose={onClose}
      size="large"
      title={t('done.title', { topic: next.topic })}
      description={next.counterparty?.name ?? t('done.description')}
      confirmLabel={t('card.save')}
      busy={busy}
      onConfirm={save}
      notices={<RestoredNotice {...kept} />}
      error={isWholeRefused ? <RefusalAlert error={error} /> : null}
    >
      <div ref={body} className="flex flex-col gap-5">
        {next.appeal ? null : (
          <AppealAndClient draft={draft} onChange={setDraft} choices={choices} problems={problems} />
        )}
        <ReactionFields
          reaction={draft.reaction}
          onChange={(reaction) => setDraft({ ...draft, reaction })}
          appealTopic={next.appeal?.topic ?? draft.appeal.topic}
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
    </FormDialog>
  );
}
