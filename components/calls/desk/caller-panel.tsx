'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { CardStatus } from '@/components/call-scripts/fields/card-status';
import { PhoneText } from '@/components/counterparties/phone-text';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { TextArea } from '@/components/ui/text-area';
import { TextLink } from '@/components/ui/text-link';
import type { CallerCandidate, CardEvent } from '@/lib/domain/counterparties/card-views';
import { useCallerWords } from '../caller-words';
import { useRunningCall } from '../running-call';

/** WHO: the caller's card or cards, what is open with them, what happened last, and the note that is always at hand. */
export function CallerPanel() {
  const t = useTranslations('desk.who');
  const { view, draft, fill, isFixed, conversation } = useRunningCall();
  const chosenId = draft.chosenCounterparty?.id ?? view.chosenCounterpartyId;
  return (
    <section
      aria-label={view.direction === 'outbound' ? t('labelOutgoing') : t('label')}
      className="flex min-w-0 flex-col gap-3 rounded-lg border border-line bg-surface p-4"
    >
      <CallerHeading view={view} />
      {view.candidates.map((candidate) => (
        <Candidate
          key={candidate.card.id}
          candidate={candidate}
          isChosen={candidate.card.id === chosenId}
          isOnly={view.candidates.length === 1}
        />
      ))}
      <TextArea
        label={t('note')}
        rows={4}
        maxLength={8_000}
        value={draft.note}
        disabled={!view.mayWork || conversation.step.ended}
        hint={isFixed ? undefined : t('noteHint')}
        onValueChange={(note) => fill({ note })}
      />
    </section>
  );
}

/** The number as far as the line told it, and what is known of it (IN-7). */
function CallerHeading({
  view,
}: {
  view: Parameters<ReturnType<typeof useCallerWords>['numberOf']>[0] & { candidates: CallerCandidate[] };
}) {
  const t = useTranslations('desk.who');
  const { numberOf } = useCallerWords();
  const count = view.candidates.length;
  return (
    <header>
      <h2 className="font-semibold text-lg tabular-nums">{numberOf(view)}</h2>
      <p className="text-soft">
        {view.caller.kind === 'withheld'
          ? t('withheld')
          : view.caller.kind !== 'number'
            ? t('malformed')
            : count === 0
              ? t('unknown')
              : t('cards', { count })}
      </p>
    </header>
  );
}

type CandidateProps = { candidate: CallerCandidate; isChosen: boolean; isOnly: boolean };

function Candidate({ candidate, isChosen, isOnly }: CandidateProps) {
  const t = useTranslations('desk.who');
  const { report, isCardFixed } = useRunningCall();
  const { card } = candidate;
  return (
    <article
      aria-label={card.name}
      className={`flex flex-col gap-2 rounded-md border p-3 ${isChosen ? 'border-accent bg-accent-tint' : 'border-line'}`}
    >
      <header className="flex flex-wrap items-center gap-2">
        <h3 className="min-w-0 font-semibold [overflow-wrap:anywhere]">
          <TextLink href={`/counterparties/${card.id}`} target="_blank">
            {card.name}
          </TextLink>
        </h3>
        <CardStatus status={card.status} />
        {isChosen ? <Badge tone="accent">{t('chosen')}</Badge> : null}
      </header>
      <p className="text-soft">{[card.city, card.contactPerson].filter(Boolean).join(' · ')}</p>
      {card.phones.length > 0 ? (
        <ul className="text-sm">
          {card.phones.slice(0, 3).map((phone) => (
            <li key={phone.raw}>
              <PhoneText phone={phone} />
            </li>
          ))}
        </ul>
      ) : null}
      {isChosen || isOnly ? <CandidateHistory candidate={candidate} isChosen={isChosen} /> : null}
      {!isChosen && !isCardFixed ? (
        <Button
          size="small"
          className="w-fit"
          aria-label={`${t('use')}: ${card.name}`}
          onClick={() => void report({ type: 'manager.choseCounterparty', counterpartyId: card.id })}
        >
          {t('use')}
        </Button>
      ) : null}
    </article>
  );
}

function CandidateHistory({ candidate, isChosen }: { candidate: CallerCandidate; isChosen: boolean }) {
  const t = useTranslations('desk.who');
  const { report, draft, isFixed, view } = useRunningCall();
  const { openAppeals } = candidate;
  const lastEvents = candidate.lastEvents.filter(({ id }) => id !== view.id);
  return (
    <>
      {openAppeals.length > 0 ? (
        <div>
          <h4 className="font-medium text-sm text-soft">{t('openAppeals')}</h4>
          <ul className="flex flex-col gap-1">
            {openAppeals.map((appeal) => (
              <li key={appeal.id} className="flex flex-wrap items-center gap-2">
                <TextLink href={`/appeals/${appeal.id}`} target="_blank">
                  {t('appeal', { number: appeal.number, topic: appeal.topic })}
                </TextLink>
                {draft.chosenAppeal?.id === appeal.id ? <Badge tone="accent">{t('thisAppeal')}</Badge> : null}
                {isChosen && !isFixed && draft.chosenAppeal?.id !== appeal.id ? (
                  <Button
                    size="small"
                    aria-label={`${t('continueAppeal')}: ${t('appeal', { number: appeal.number, topic: appeal.topic })}`}
                    onClick={() => void report({ type: 'manager.choseAppeal', appealId: appeal.id })}
                  >
                    {t('continueAppeal')}
                  </Button>
                ) : null}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {lastEvents.length > 0 ? (
        <div>
          <h4 className="font-medium text-sm text-soft">{t('lastEvents')}</h4>
          <ul className="flex flex-col gap-1.5 text-sm">
            {lastEvents.map((event) => (
              <li key={`${event.kind}-${event.id}`}>
                <EventLine event={event} />
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  );
}

function EventLine({ event }: { event: CardEvent }) {
  const t = useTranslations('desk.who');
  const types = useTranslations('reactions.types');
  const outgoing = useTranslations('counterparties');
  const outcomes = useTranslations('counterparties.callOutcome');
  const format = useFormatter();
  const what =
    event.kind === 'call'
      ? event.direction === 'outbound'
        ? `${outgoing('callOutgoing')}, ${outcomes(event.outcome ?? 'open')}`
        : t('call', { outcome: outcomes(event.outcome ?? 'open') })
      : [types(event.type), event.topic].filter(Boolean).join(': ');
  return (
    <>
      <span className="block text-faint">
        <time className="tabular-nums">{format.dateTime(event.at, 'dateTime')}</time>
        {event.employeeName ? ` · ${event.employeeName}` : null}
      </span>
      {what}
    </>
  );
}
