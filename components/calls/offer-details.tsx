'use client';

import { Fragment, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { CardStatus } from '@/components/call-scripts/fields/card-status';
import { useScriptWords } from '@/components/call-scripts/script-words';
import { LocalTime } from '@/components/counterparties/local-time';
import type { MyCall } from '@/lib/domain/calls/call-view';
import { cardsOfCall } from '@/lib/domain/calls/cards-of-call';
import type { CallerCandidate } from '@/lib/domain/counterparties/card-views';
import { useCallerWords } from './caller-words';
import { useMyCalls } from './my-calls-provider';

/** What is known before one answers: whose number it is, what is open with them, and what was said so far (IN-7, IN-10). */
export function OfferDetails({ call }: { call: MyCall }) {
  const t = useTranslations('desk.bar');
  const { numberOf } = useCallerWords();
  const cards = call.candidates;
  const shown = cardsOfCall(call);
  return (
    <>
      {cards.length > 0 ? <p className="tabular-nums">{numberOf(call)}</p> : null}
      {cards.length === 0 && call.caller.kind === 'number' ? <p>{t('noCard')}</p> : null}
      <ul>
        {shown.map((candidate) => (
          <li key={candidate.card.id}>
            <Card candidate={candidate} isNamed={shown.length > 1} hasAppeals={!call.records.appeal} />
          </li>
        ))}
      </ul>
      <SaidSoFar call={call} />
    </>
  );
}

type CardProps = { candidate: CallerCandidate; isNamed: boolean; hasAppeals: boolean };

function Card({ candidate, isNamed, hasAppeals }: CardProps) {
  const t = useTranslations('desk.bar');
  const { card, timeZone, assignedTo, openAppeals } = candidate;
  return (
    <>
      <Parts
        parts={[
          isNamed ? (
            <span key="name" className="font-semibold text-ink">
              {card.name}
            </span>
          ) : null,
          <CardStatus key="status" status={card.status} />,
          card.city || null,
          timeZone ? <LocalTime key="time" timeZone={timeZone} /> : null,
          card.contactPerson || null,
          assignedTo ? t('ledBy', { name: assignedTo.name }) : null,
        ]}
      />
      {hasAppeals
        ? openAppeals
            .slice(0, 2)
            .map(({ id, number, topic }) => <p key={id}>{t('openAppeal', { number, topic })}</p>)
        : null}
    </>
  );
}

function SaidSoFar({ call: { owner, records, saidSoFar, route } }: { call: MyCall }) {
  const t = useTranslations('desk.bar');
  const { personId } = useMyCalls();
  const words = useScriptWords();
  if (!saidSoFar) return null;
  const steps = saidSoFar.trail.map((step) => words('steps', step)).join(' → ');
  return (
    <>
      {owner && owner.id !== personId ? <p>{t('from', { name: owner.name })}</p> : null}
      {records.appeal ? (
        <p>{t('appeal', { number: records.appeal.number, topic: records.appeal.topic })}</p>
      ) : null}
      <p>{t('path', { steps: route ? `${words('routes', route)}: ${steps}` : steps })}</p>
      {saidSoFar.note ? <p className="whitespace-pre-line">{t('note', { note: saidSoFar.note })}</p> : null}
    </>
  );
}

function Parts({ parts }: { parts: readonly ReactNode[] }) {
  return (
    <p className="flex flex-wrap items-center gap-x-1.5">
      {parts
        .filter((part) => part !== null)
        .map((part, index) => (
          <Fragment key={index}>
            {index > 0 ? <span aria-hidden="true">·</span> : null}
            {part}
          </Fragment>
        ))}
    </p>
  );
}
