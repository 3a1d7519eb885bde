'use client';

import { useTranslations } from 'use-intl';
import { AppealChoice } from '@/components/call-scripts/fields/appeal-choice';
import { CounterpartyChoice } from '@/components/call-scripts/fields/counterparty-choice';
import { useDirectory } from '@/components/call-scripts/fields/directory';
import { DraftField } from '@/components/call-scripts/fields/draft-field';
import type { DraftFieldName } from '@/components/call-scripts/fields/draft-field-name';
import { DraftValue } from '@/components/call-scripts/fields/draft-value';
import { useDepartmentName } from '@/components/reactions/department-name';
import { DescriptionList } from '@/components/ui/description-list';
import { InlineAlert } from '@/components/ui/inline-alert';
import { TextLink } from '@/components/ui/text-link';
import type { FieldName } from '@/lib/domain/call-scripts/call-script';
import { reactionTypeOf, withoutRecords } from '@/lib/domain/call-scripts/records-plan';
import { roundScriptId } from '@/lib/domain/rounds/round';
import { useRunningCall } from '../running-call';
import { NextReactionWords } from './next-reaction-words';
import { SavedSign } from './saved-sign';
import { WrittenRecords } from './written-records';

const cardFields: DraftFieldName[] = ['name', 'category', 'city', 'contactPerson'];
const appealFields: DraftFieldName[] = ['topic', 'appealType', 'project', 'appealNote'];

/** CARD: the reaction card of the call, appeal and client nested in one place; OK of the closing saves it as one act. */
export function DraftCard() {
  const t = useTranslations('desk.card');
  const tReactions = useTranslations('reactions.card');
  const types = useTranslations('reactions.types');
  const { conversation, view } = useRunningCall();
  const { departments } = useDirectory();
  const departmentName = useDepartmentName();
  const { step } = conversation;
  const department = departments.find(({ kind }) => kind === 'client');
  const hasNoRecords = step.route !== null && withoutRecords.has(step.route);
  return (
    <section
      aria-label={t('label')}
      className="flex min-w-0 flex-col gap-3 rounded-lg border border-line bg-surface p-4"
    >
      <h2 className="font-semibold text-lg">{t('label')}</h2>
      {hasNoRecords ? (
        <InlineAlert>
          {view.script?.id === roundScriptId && step.route !== null && !view.discardReason
            ? t(step.ended ? 'inRoundMade' : 'inRound', { route: step.route })
            : t(step.ended ? 'noRecordsMade' : 'noRecords')}
        </InlineAlert>
      ) : (
        <>
          <DescriptionList
            entries={[
              { term: tReactions('department'), value: department ? departmentName(department) : '…' },
              { term: tReactions('employee'), value: conversation.employee.name },
              {
                term: tReactions('reactionType'),
                value: types(reactionTypeOf(step.route, view.direction)),
              },
            ]}
          />
          {view.records.reactionId ? <WrittenRecords records={view.records} /> : <Nested />}
          <NextReactionWords />
        </>
      )}
      <SavedSign />
    </section>
  );
}

function Nested() {
  const t = useTranslations('reactions.card');
  const { conversation, draft } = useRunningCall();
  const asked = new Set<FieldName>(conversation.step.fields);
  const field = (name: DraftFieldName) =>
    asked.has(name as FieldName) ? (
      <DraftValue key={name} name={name} isAsked />
    ) : (
      <DraftField key={name} name={name} />
    );
  const isCardAsked = asked.has('name') || asked.has('existingCard');
  return (
    <section aria-label={t('appeal')} className="flex flex-col gap-3 rounded-md border border-line p-3">
      <h3 className="font-semibold">{t('appeal')}</h3>
      {asked.has('openAppeal') ? null : <AppealChoice />}
      <section aria-label={t('client')} className="flex flex-col gap-3 border-line border-l-2 pl-3">
        <h4 className="font-semibold">{t('client')}</h4>
        {isCardAsked ? (
          <ChosenName mustExist={asked.has('existingCard')} />
        ) : (
          <CounterpartyChoice mustExist={conversation.step.route === 'support'} />
        )}
        <div className="grid gap-x-3 gap-y-2 xl:grid-cols-2">
          {cardFields.map(field)}
          <div className="xl:col-span-2">{field('phone')}</div>
        </div>
      </section>
      <div className="grid gap-x-3 gap-y-2 xl:grid-cols-2">{appealFields.map(field)}</div>
      {draft.email === undefined ? null : (
        <div className="grid gap-x-3 gap-y-2 xl:grid-cols-2">
          {field('email')}
          {field('deliveryOn')}
        </div>
      )}
      {conversation.step.route === 'complaint' || draft.complaint.text ? (
        <div className="grid gap-2">
          {field('complaintText')}
          {field('complaintDepartment')}
        </div>
      ) : null}
    </section>
  );
}

function ChosenName({ mustExist }: { mustExist: boolean }) {
  const t = useTranslations('desk.card');
  const { draft } = useRunningCall();
  const chosen = draft.chosenCounterparty;
  return (
    <p className="text-soft">
      {chosen ? (
        <TextLink href={`/counterparties/${chosen.id}`} target="_blank">
          {t('existingCard', { name: chosen.name })}
        </TextLink>
      ) : (
        t(mustExist ? 'noCardYet' : 'newCard')
      )}
    </p>
  );
}
