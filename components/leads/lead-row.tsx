'use client';

import clsx from 'clsx';
import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { CallButton } from '@/components/calls/outgoing/call-button';
import { PhoneText, usePhoneText } from '@/components/counterparties/phone-text';
import { useNextReactionDialogs } from '@/components/reactions/next-reaction-dialogs';
import { useRefusalWords } from '@/components/reactions/refusal-words';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { DueBadge } from '@/components/ui/due-badge';
import { InlineAlert } from '@/components/ui/inline-alert';
import { notify } from '@/components/ui/notify';
import { TextLink } from '@/components/ui/text-link';
import { TimeLeftBar } from '@/components/ui/time-left-bar';
import { useChange } from '@/components/use-change';
import type { LeadView } from '@/lib/domain/leads/leads.contract';

type Props = { lead: LeadView; onDecline: () => void };

/** One lead: whose it is, how much of its minute is left, and what this person may do. The one asked for is in sight. */
export function LeadRow({ lead, isNamed, onDecline }: Props & { isNamed: boolean }) {
  const t = useTranslations('leads');
  const phoneText = usePhoneText();
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!isNamed) return;
    row.current?.scrollIntoView({ block: 'center' });
    row.current?.focus({ preventScroll: true });
  }, [isNamed]);
  return (
    <li
      ref={row}
      tabIndex={isNamed ? -1 : undefined}
      className={clsx(
        'flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b px-4 py-3 last:border-b-0',
        isNamed && 'bg-accent-tint',
      )}
    >
      <span className="w-56 shrink-0">
        <LeadClock lead={lead} />
      </span>
      <div className="min-w-0 flex-1 basis-72">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          {lead.state === 'offered' ? <Badge tone="accent">{t('isNew')}</Badge> : null}
          {lead.state === 'escalated' ? <Badge tone="danger">{t('atHead')}</Badge> : null}
          <TextLink href={`/counterparties/${lead.counterparty.id}`} className="font-semibold">
            {lead.counterparty.name}
          </TextLink>
          <span className="[overflow-wrap:anywhere]">{lead.topic}</span>
        </p>
        <p className="text-soft">
          {[lead.city, lead.contactPerson, lead.project?.name].filter(Boolean).join(' · ')}
          {lead.phone ? (
            <>
              {' · '}
              <PhoneText phone={lead.phone} />
              {lead.phone.e164 ? (
                <CallButton
                  to={{ phone: lead.phone.e164, counterpartyId: lead.counterparty.id }}
                  name={phoneText(lead.phone)}
                />
              ) : null}
            </>
          ) : null}
          {lead.from ? ` · ${t('from', { name: lead.from.name })}` : null}
        </p>
        <LeadOffers lead={lead} />
      </div>
      <LeadActions lead={lead} onDecline={onDecline} />
    </li>
  );
}

function LeadClock({ lead }: { lead: LeadView }) {
  const t = useTranslations('leads');
  const format = useFormatter();
  if (lead.acceptedAt !== null) {
    return (
      <span className="text-soft">
        {t('acceptedBy', { name: lead.acceptedBy?.name ?? '—' })}, {format.dateTime(lead.acceptedAt, 'time')}
      </span>
    );
  }
  if (lead.isPaused) return <span className="text-soft">{t('paused')}</span>;
  return (
    <span className="flex flex-col">
      <DueBadge dueAt={lead.dueAt} startedAt={lead.startedAt} />
      {lead.state === 'offered' ? <TimeLeftBar until={lead.dueAt} from={lead.startedAt} /> : null}
    </span>
  );
}

function LeadOffers({ lead }: { lead: LeadView }) {
  const t = useTranslations('leads');
  if (lead.acceptedAt !== null) return null;
  const names = lead.offers.map((offer) => offer.employee.name).join(', ');
  return (
    <p className="text-faint text-sm">
      {names ? t('offeredTo', { names }) : t('offeredToNobody')}
      {lead.escalationReason ? ` · ${t(lead.escalationReason)}` : null}
      {lead.offers
        .filter((offer) => offer.declinedAt !== null)
        .map(
          (offer) =>
            ` · ${t('declinedBy', { name: offer.employee.name, reason: offer.declineReason ?? '—' })}`,
        )}
    </p>
  );
}

function LeadActions({ lead, onDecline }: Props) {
  const t = useTranslations('leads');
  const open = useNextReactionDialogs();
  const next = {
    id: lead.nextReactionId,
    version: lead.nextReactionVersion,
    kind: 'act' as const,
    topic: lead.topic,
    appeal: lead.appeal,
    counterparty: lead.counterparty,
    lead: { id: lead.id, acceptedAt: lead.acceptedAt },
  };
  return (
    <div className="flex flex-wrap items-center gap-2">
      {lead.may.accept ? <AcceptLead lead={lead} /> : null}
      {lead.may.decline ? <Button onClick={onDecline}>{t('decline')}</Button> : null}
      {lead.may.finish ? (
        <>
          <ButtonLink href={`/counterparties/${lead.counterparty.id}`}>{t('card')}</ButtonLink>
          <Button variant="primary" onClick={() => open('fulfil', next)}>
            {t('result')}
          </Button>
          <Button variant="quiet" onClick={() => open('close', next)}>
            {t('closeLead')}
          </Button>
        </>
      ) : null}
    </div>
  );
}

function AcceptLead({ lead }: { lead: LeadView }) {
  const t = useTranslations('leads');
  const router = useRouter();
  const refusalWords = useRefusalWords();
  const { run, busy, error } = useChange(
    (leadId: string, options) => api.post(`/leads/${leadId}/accept`, undefined, options),
    {
      onDone: () => {
        notify(t('acceptedToast'));
        router.refresh();
      },
      onRefused: () => router.refresh(),
    },
  );
  const winner = error?.code === 'alreadyClaimed' ? error.details.winner : null;
  return (
    <>
      {error ? (
        <InlineAlert tone="warning" urgent>
          {typeof winner === 'string' ? t('wasFirst', { name: winner }) : refusalWords(error)}
        </InlineAlert>
      ) : null}
      <Button variant="primary" busy={busy} onClick={() => void run(lead.id)}>
        {t(lead.state === 'escalated' ? 'acceptAnyway' : 'accept')}
      </Button>
    </>
  );
}
