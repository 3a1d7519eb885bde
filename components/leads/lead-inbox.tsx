'use client';

import { useRouter, useSearchParams } from 'next/navigation';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { CsvButton } from '@/components/exports/csv-button';
import { NextReactionDialogs } from '@/components/reactions/next-reaction-dialogs';
import { useClock } from '@/components/ui/clock';
import { EmptyState } from '@/components/ui/empty-state';
import { formatDuration } from '@/components/ui/format-duration';
import { InlineAlert } from '@/components/ui/inline-alert';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import type { LeadInbox as Inbox } from '@/lib/domain/leads/leads.contract';
import { DeclineLead } from './decline-lead';
import { LeadRow } from './lead-row';
import { useLeads } from './leads-provider';
import { MoreLeads } from './more-leads';
import { SoundSwitch } from './sound-switch';

/** The leads of the sales department: those that wait, by the server's clock, and those in work. `?lead=` names one. */
export function LeadInbox({ inbox, personId }: { inbox: Inbox; personId: string }) {
  const t = useTranslations('leads');
  const { areMine } = useLeads();
  useRefreshWhenMinuteGone(inbox);
  const [declined, setDeclined] = useState<string | null>(null);
  const namedId = useSearchParams().get('lead');
  const isNamedGone =
    namedId !== null && ![...inbox.waiting, ...inbox.accepted].some(({ id }) => id === namedId);
  const { acceptedCount, averageAcceptMs } = inbox.today;
  return (
    <NextReactionDialogs personId={personId}>
      <PageHeader
        title={t('title')}
        meta={
          <span className="text-soft">
            {t('today', { count: acceptedCount })}
            {averageAcceptMs === null
              ? null
              : ` · ${t('average', { time: formatDuration(Math.round(averageAcceptMs / 1000)) })}`}
          </span>
        }
        actions={
          <>
            <CsvButton list="leads" />
            {areMine ? <SoundSwitch /> : null}
          </>
        }
      />
      <div className="flex flex-col gap-4">
        {isNamedGone ? <InlineAlert>{t('namedIsGone')}</InlineAlert> : null}
        <Panel title={t('waiting')} flush>
          {inbox.waiting.length === 0 ? (
            <EmptyState title={t('nothingWaiting')} text={t('nothingWaitingText')} />
          ) : (
            <ul>
              {inbox.waiting.map((lead) => (
                <LeadRow
                  key={lead.id}
                  lead={lead}
                  isNamed={lead.id === namedId}
                  onDecline={() => setDeclined(lead.id)}
                />
              ))}
            </ul>
          )}
          {inbox.hasMore.waiting ? <MoreLeads /> : null}
        </Panel>
        <Panel title={t('accepted')} flush>
          {inbox.accepted.length === 0 ? (
            <p className="px-4 py-3 text-faint">{t('nothingAccepted')}</p>
          ) : (
            <ul>
              {inbox.accepted.map((lead) => (
                <LeadRow
                  key={lead.id}
                  lead={lead}
                  isNamed={lead.id === namedId}
                  onDecline={() => setDeclined(lead.id)}
                />
              ))}
            </ul>
          )}
          {inbox.hasMore.accepted ? <MoreLeads /> : null}
        </Panel>
      </div>
      {declined ? <DeclineLead key={declined} leadId={declined} onClose={() => setDeclined(null)} /> : null}
    </NextReactionDialogs>
  );
}

/** The server escalates within a second or two of the minute's end; should its news be late, the page asks itself. */
function useRefreshWhenMinuteGone({ waiting }: Inbox) {
  const clock = useClock();
  const router = useRouter();
  const ends = waiting.filter((lead) => lead.state === 'offered' && !lead.isPaused).map((lead) => lead.dueAt);
  const firstEnd = ends.length === 0 ? null : Math.min(...ends);
  useEffect(() => {
    if (firstEnd === null) return;
    const delayMs = firstEnd - clock.now() + 2500;
    if (delayMs < 0) return;
    const timer = setTimeout(() => router.refresh(), delayMs);
    return () => clearTimeout(timer);
  }, [firstEnd, clock, router]);
}
