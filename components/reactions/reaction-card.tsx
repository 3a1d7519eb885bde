'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { Button } from '@/components/ui/button';
import { useClock } from '@/components/ui/clock';
import { DescriptionList } from '@/components/ui/description-list';
import { Dialog } from '@/components/ui/dialog';
import { InlineAlert } from '@/components/ui/inline-alert';
import { notify } from '@/components/ui/notify';
import { useChange } from '@/components/use-change';
import { useErrorWords } from '@/components/use-error-words';
import type { CardSummary } from '@/lib/domain/counterparties/card-views';
import type { DepartmentKind } from '@/lib/domain/employees/roles';
import type { RecordReactionInput } from '@/lib/domain/reactions/record-input';
import type { WrittenRecords } from '@/lib/domain/reactions/records';
import { AppealAndClient } from './appeal-and-client';
import { useDepartmentName } from './department-name';
import { OutcomeFields } from './outcome-fields';
import {
  type ChosenAppeal,
  choiceRequest,
  emptyDraft,
  type FieldProblems,
  isTouched,
  outcomeRequest,
  type ReactionDraft,
  topicOf,
} from './reaction-draft';
import { ReactionFields } from './reaction-fields';
import { useRefusalWords } from './refusal-words';
import { useChoices } from './use-choices';

/** What is known when the card is opened from a counterparty, an appeal or a call. */
export type ReactionStart = {
  counterparty?: CardSummary;
  appeal?: ChosenAppeal;
  callId?: string;
  /** The next reaction that this act fulfils. */
  fulfils?: string;
};

export type ReactionCardProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  person: { id: string; name: string; departmentKind: DepartmentKind };
  start?: ReactionStart;
  onSaved?: (written: WrittenRecords) => void;
};

/**
 * CARD: the reaction card behind «+». Отдел and Сотрудник are the signed-in person's; the nesting of appeal and client
 * stands in one place; OK saves all as one act. What was typed stays until it is recorded or cleared, also while closed.
 */
export function ReactionCard({ open, onOpenChange, person, start, onSaved }: ReactionCardProps) {
  const t = useTranslations('reactions.card');
  const router = useRouter();
  const clock = useClock();
  const words = useErrorWords();
  const refusalWords = useRefusalWords();
  const { choices, error: choicesError } = useChoices(open);
  const [draft, setDraft] = useState(() => startedDraft(person.id, start));
  const [problems, setProblems] = useState<FieldProblems>({});
  const body = useRef<HTMLDivElement>(null);
  useStartAnew(start, () => {
    setDraft(startedDraft(person.id, start));
    setProblems({});
  });

  const { run, busy, error, clearError } = useChange(
    (input: RecordReactionInput, { key }) => api.post<WrittenRecords>('/reactions', input, { key }),
    {
      onDone: (written) => {
        setDraft(startedDraft(person.id, start));
        setProblems({});
        onOpenChange(false);
        notify(t('saved'), {
          action: { label: t('openAppeal'), onClick: () => router.push(`/appeals/${written.appealId}`) },
        });
        onSaved?.(written);
        router.refresh();
      },
      onRefused: (refusal) => showProblems(refusal.fields),
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
    const outcome = outcomeRequest(draft, clock.now());
    if (choice.ok && outcome.ok) {
      setProblems({});
      const { callId, fulfils } = start ?? {};
      void run({ ...choice.request, ...outcome.request, callId, fulfils });
      return;
    }
    showProblems({ ...(choice.ok ? {} : choice.problems), ...(outcome.ok ? {} : outcome.problems) });
  };

  const isWholeRefused = error !== null && Object.keys(error.fields).length === 0;
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('title')}
      size="large"
      footer={
        <>
          {isTouched(draft) ? (
            <>
              <span className="mr-auto self-center text-faint text-sm">{t('keep')}</span>
              <Button
                variant="quiet"
                onClick={() => {
                  setDraft(startedDraft(person.id, start));
                  setProblems({});
                }}
              >
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
          </InlineAlert>
        ) : null}
        {choicesError ? <InlineAlert tone="warning">{words.ofError(choicesError)}</InlineAlert> : null}
        <Author person={person} departments={choices?.departments ?? []} />
        <AppealAndClient draft={draft} onChange={setDraft} choices={choices} problems={problems} />
        <ReactionFields
          reaction={draft.reaction}
          onChange={(reaction) => setDraft({ ...draft, reaction })}
          appealTopic={topicOf({ ...draft, reaction: { ...draft.reaction, topic: '' } })}
          problems={problems}
        />
        <OutcomeFields
          outcome={draft.outcome}
          onChange={(outcome) => setDraft({ ...draft, outcome })}
          choices={choices}
          problems={problems}
        />
      </div>
    </Dialog>
  );
}

type AuthorProps = {
  person: ReactionCardProps['person'];
  departments: readonly { kind: DepartmentKind; name: string; nameEn: string }[];
};

function Author({ person, departments }: AuthorProps) {
  const t = useTranslations('reactions.card');
  const departmentName = useDepartmentName();
  const department = departments.find(({ kind }) => kind === person.departmentKind);
  return (
    <DescriptionList
      entries={[
        { term: t('department'), value: department ? departmentName(department) : '…' },
        { term: t('employee'), value: person.name },
      ]}
    />
  );
}

/** Opened for another counterparty, appeal or call, the card begins anew. */
function useStartAnew(start: ReactionStart | undefined, begin: () => void) {
  const key = [start?.counterparty?.id, start?.appeal?.id, start?.callId, start?.fulfils].join(' ');
  const last = useRef(key);
  useEffect(() => {
    if (last.current === key) return;
    last.current = key;
    begin();
  });
}

function startedDraft(employeeId: string, start: ReactionStart | undefined): ReactionDraft {
  const draft = emptyDraft(employeeId);
  if (start?.counterparty) draft.client.chosen = start.counterparty;
  if (start?.appeal) {
    draft.appeal.mode = 'existing';
    draft.appeal.chosen = start.appeal;
  }
  return draft;
}
