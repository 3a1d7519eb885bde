'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useState } from 'react';
import { useTimeZone, useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { ApiError } from '@/components/api-error';
import { RestoredNotice } from '@/components/form-notices';
import { OutcomeFields } from '@/components/reactions/outcome-fields';
import { emptyOutcome, type OutcomeDraft } from '@/components/reactions/reaction-draft';
import { type FieldProblems, outcomeRequest } from '@/components/reactions/reaction-request';
import { RefusalAlert } from '@/components/reactions/refusal-alert';
import { useChoices } from '@/components/reactions/use-choices';
import { Button } from '@/components/ui/button';
import { CheckboxField } from '@/components/ui/checkbox-field';
import { useClock } from '@/components/ui/clock';
import { FormDialog } from '@/components/ui/form-dialog';
import { notify } from '@/components/ui/notify';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import { useChange } from '@/components/use-change';
import { useErrorWords } from '@/components/use-error-words';
import { useKeptForm } from '@/components/use-kept-form';
import type { CardPage } from '@/lib/domain/counterparties/card-page';
import { letterLimits } from '@/lib/domain/letters/letter';
import { defaultAppealType } from '@/lib/domain/reactions/reaction';
import { addressesIn } from './addresses-in';
import { AppealOfLetter, type LetterAppeal } from './appeal-of-letter';
import { FilesOfLetter } from './files-of-letter';
import { useLetterRefusal } from './letter-refusal';

export type LetterAbout = {
  counterparty: { id: string; name: string };
  /** The appeal it is about; from a card it is chosen here. */
  appeal: LetterAppeal | null;
  /** The next reaction that the letter fulfils. */
  nextReactionId?: string;
};

type Props = { about: LetterAbout; personId: string; onClose: () => void };

type Form = {
  to: string;
  subject: string;
  text: string;
  /** An open appeal, or empty for a new one. */
  appealId: string;
  keepsAddresses: boolean;
  attachmentIds?: string[];
  outcome: OutcomeDraft;
};

/** Writes a letter to a counterparty: it is a reaction on an appeal and is sent when it is written. */
export function LetterDialog({ about, personId, onClose }: Props) {
  const t = useTranslations('letters');
  const router = useRouter();
  const clock = useClock();
  const timeZone = useTimeZone()!;
  const words = useErrorWords();
  const refusalWords = useLetterRefusal();
  const { choices } = useChoices(true);
  const { counterparty, appeal, nextReactionId } = about;
  const subject = `letter ${nextReactionId ?? appeal?.id ?? counterparty.id}`;
  const kept = useKeptForm<Form>(subject, () => ({
    to: '',
    subject: appeal?.topic ?? '',
    text: '',
    appealId: appeal?.id ?? '',
    keepsAddresses: true,
    outcome: emptyOutcome(personId),
  }));
  const { form } = kept;
  const set = (change: Partial<Form>) => kept.change({ ...form, ...change });
  const { card, readAnew } = useCard(counterparty.id);
  const [problems, setProblems] = useState<FieldProblems>({});
  const { run, busy, error, clearError } = useChange(
    (body: object, { key }) => api.post<{ appealId: string }>('/letters', body, { key }),
    {
      onDone: () => {
        kept.startAnew();
        onClose();
        notify(t('written'));
        router.refresh();
      },
      onRefused: (refusal) => setProblems(refusal.fields),
      subject,
    },
  );
  const emails = card?.card.emails ?? [];
  const addresses = addressesIn(form.to);
  const unknown = addresses.filter((address) => !emails.includes(address));
  const isNewAppeal = form.appealId === '';
  const leavesNext = nextReactionId !== undefined || isNewAppeal;
  const save = () => {
    clearError();
    const reaction = { type: 'letterOut' as const, topic: '', note: '', happenedAt: '', causedBy: null };
    const built = leavesNext
      ? outcomeRequest({ reaction, outcome: form.outcome }, clock.now(), timeZone)
      : ({ ok: true, request: {} } as const);
    if (!built.ok) return setProblems(built.problems);
    setProblems({});
    const { nextReactions = [], closeAppeal } = built.request as {
      nextReactions?: object[];
      closeAppeal?: object;
    };
    void run(
      {
        to: addresses,
        subject: form.subject,
        text: form.text,
        attachmentIds: form.attachmentIds ?? [],
        counterpartyId: counterparty.id,
        appeal: isNewAppeal
          ? { use: 'new', topic: form.subject, type: defaultAppealType, projectId: null, note: '' }
          : { use: 'existing', id: form.appealId },
        nextReactions,
        ...(closeAppeal ? { closeAppeal } : {}),
        ...(nextReactionId ? { fulfils: nextReactionId } : {}),
        keepsAddresses: form.keepsAddresses && unknown.length > 0,
      },
      form,
    );
  };
  const said = (beginning: string) => {
    const path = Object.keys(problems).find((field) => field.startsWith(beginning));
    return path ? words.ofField(problems[path]!) : undefined;
  };
  const isWholeRefused = error !== null && Object.keys(error.fields).length === 0;
  return (
    <FormDialog
      onClose={onClose}
      size="large"
      title={t('title', { name: counterparty.name })}
      description={nextReactionId ? t('fulfils') : undefined}
      confirmLabel={t('send')}
      busy={busy}
      onConfirm={save}
      notices={<RestoredNotice {...kept} />}
      error={isWholeRefused ? <RefusalAlert error={error} words={refusalWords(error)} /> : null}
    >
      <TextField
        label={t('to')}
        required
        inputMode="email"
        autoComplete="off"
        hint={t('toHint')}
        value={form.to}
        onValueChange={(to) => set({ to })}
        error={said('to')}
      />
      {emails.length > 0 ? (
        <div className="flex flex-wrap items-center gap-2">
          <span className="text-soft text-sm">{t('onCard')}</span>
          {emails.map((email) => (
            <Button
              key={email}
              size="small"
              disabledReason={addresses.includes(email) ? t('alreadyTo') : null}
              onClick={() => set({ to: [...addresses, email].join(', ') })}
            >
              {email}
            </Button>
          ))}
        </div>
      ) : null}
      {unknown.length > 0 ? (
        <CheckboxField
          label={t('keep')}
          value={form.keepsAddresses}
          onValueChange={(keepsAddresses) => set({ keepsAddresses })}
        />
      ) : null}
      {appeal ? null : (
        <AppealOfLetter
          appeals={card?.appeals.filter(({ closedAt }) => closedAt === null) ?? []}
          value={form.appealId}
          onValueChange={(appealId) => set({ appealId })}
          error={said('appeal')}
        />
      )}
      <TextField
        label={t('subject')}
        required
        maxLength={letterLimits.subject}
        value={form.subject}
        onValueChange={(typed) => set({ subject: typed })}
        error={said('subject')}
      />
      <TextArea
        label={t('text')}
        required
        rows={10}
        maxLength={letterLimits.text}
        value={form.text}
        onValueChange={(text) => set({ text })}
        error={said('text')}
      />
      {card ? (
        <FilesOfLetter
          page={card}
          appealId={appeal?.id}
          value={form.attachmentIds ?? []}
          onValueChange={(attachmentIds) => set({ attachmentIds })}
          onAdded={readAnew}
          error={said('attachmentIds')}
        />
      ) : null}
      {leavesNext ? (
        <OutcomeFields
          outcome={form.outcome}
          onChange={(outcome) => set({ outcome })}
          choices={choices}
          problems={problems}
        />
      ) : (
        <p className="text-soft">{t('nextStays')}</p>
      )}
    </FormDialog>
  );
}

/** The addresses, open appeals and files of the card; without them everything can still be typed. */
function useCard(counterpartyId: string) {
  const [card, setCard] = useState<CardPage | null>(null);
  const read = useCallback(
    (signal?: AbortSignal) =>
      api.get<CardPage>(`/counterparties/${counterpartyId}`, { signal }).then(setCard, (thrown: unknown) => {
        if (!(thrown instanceof ApiError) && !signal?.aborted) throw thrown;
      }),
    [counterpartyId],
  );
  useEffect(() => {
    const controller = new AbortController();
    void read(controller.signal);
    return () => controller.abort();
  }, [read]);
  return { card, readAnew: () => void read() };
}
