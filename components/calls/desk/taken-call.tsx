'use client';

import { useTranslations } from 'use-intl';
import { CardStatus } from '@/components/call-scripts/fields/card-status';
import { useScriptWords } from '@/components/call-scripts/script-words';
import { AddReaction } from '@/components/reactions/add-reaction';
import { ButtonLink } from '@/components/ui/button-link';
import { DescriptionList } from '@/components/ui/description-list';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import type { CallView } from '@/lib/domain/calls/call-view';
import { seesEveryCard } from '@/lib/domain/employees/permissions';
import { useCallerWords } from '../caller-words';
import { useMyCalls } from '../my-calls-provider';
import { reactionStartOf } from '../reaction-start';
import { AfterCall } from './after-call';
import { WrittenRecords } from './written-records';

/** A call for whom it was handed over to: the card, the appeal, and what was said so far. */
export function TakenCall({ view }: { view: CallView }) {
  const t = useTranslations('desk.taken');
  const who = useTranslations('desk.who');
  const words = useScriptWords();
  const { nameOf, numberOf } = useCallerWords();
  const candidate = view.candidates[0];
  const { person } = useMyCalls();
  const { conversation, records } = view;
  const draft = conversation?.draft;
  const isRecorded = records.reactionId !== null;
  const mayOpenCard = candidate && (seesEveryCard(person) || candidate.card.id === records.counterparty?.id);
  return (
    <div className="flex flex-col gap-4">
      <header className="flex flex-wrap items-center gap-3">
        <h1 className="min-w-0 flex-1 font-semibold text-xl [overflow-wrap:anywhere]">{nameOf(view)}</h1>
        {view.isTaken ? <AddReaction person={person} start={reactionStartOf(view, person)} /> : null}
        {records.leadId ? (
          <ButtonLink href={`/leads?lead=${records.leadId}`}>{t('toLead')}</ButtonLink>
        ) : null}
        {view.phase === 'ended' ? <AfterCall call={view} done={t('done')} /> : null}
      </header>
      {view.isTaken && view.owner && view.owner.id !== person.id ? (
        <p className="text-soft">{t('from', { name: view.owner.name })}</p>
      ) : null}
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Panel title={view.direction === 'outbound' ? who('labelOutgoing') : who('label')}>
          <DescriptionList
            entries={[
              { term: t('number'), value: numberOf(view) },
              candidate
                ? {
                    term: t('card'),
                    value: (
                      <span className="flex flex-wrap items-center gap-2">
                        {mayOpenCard ? (
                          <TextLink href={`/counterparties/${candidate.card.id}`}>
                            {candidate.card.name}
                          </TextLink>
                        ) : (
                          candidate.card.name
                        )}
                        <CardStatus status={candidate.card.status} />
                      </span>
                    ),
                  }
                : null,
              candidate ? { term: t('city'), value: candidate.card.city || '—' } : null,
              candidate ? { term: t('contact'), value: candidate.card.contactPerson || '—' } : null,
              conversation?.askedEmployee
                ? { term: t('asked'), value: conversation.askedEmployee.name }
                : null,
              draft?.note ? { term: t('note'), value: draft.note } : null,
              draft?.appeal.note ? { term: t('appealNote'), value: draft.appeal.note } : null,
              draft?.complaint.text ? { term: t('complaint'), value: draft.complaint.text } : null,
            ]}
          />
        </Panel>
        <Panel title={t('records')}>
          {isRecorded ? <WrittenRecords records={records} /> : <p className="text-soft">{t('noRecords')}</p>}
        </Panel>
      </div>
      {conversation ? (
        <Panel title={t('path')}>
          <ol className="flex flex-wrap gap-x-2">
            {conversation.trail.map((step, index) => (
              <li key={`${index}-${step}`}>
                {index > 0 ? <span aria-hidden="true">→ </span> : null}
                {words('steps', step)}
              </li>
            ))}
          </ol>
          {view.route ? <p className="text-soft">{words('routes', view.route)}</p> : null}
        </Panel>
      ) : null}
    </div>
  );
}
