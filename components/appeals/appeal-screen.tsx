'use client';

import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { AttachmentsPanel } from '@/components/attachments/attachments-panel';
import { CardDetails } from '@/components/counterparties/card-details';
import { StatusBadge } from '@/components/counterparties/status-badge';
import { WriteLetterButton } from '@/components/letters/write-letter-button';
import { MoreRowsFoot } from '@/components/more-rows-foot';
import { AddReaction } from '@/components/reactions/add-reaction';
import { NextReactionDialogs } from '@/components/reactions/next-reaction-dialogs';
import { NextReactionTable } from '@/components/reactions/next-reaction-table';
import type { ReactionCardProps } from '@/components/reactions/reaction-card';
import { ReactionFeed } from '@/components/reactions/reaction-feed';
import { RecordHistory } from '@/components/reactions/record-history';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { DescriptionList } from '@/components/ui/description-list';
import { later } from '@/components/ui/later';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import { useFetchedWhenIdle } from '@/components/ui/use-fetched-when-idle';
import { useMoreRows } from '@/components/use-more-rows';
import type { AppealPage } from '@/lib/domain/reactions/reaction-views';

const EditAppeal = later(() => import('./edit-appeal').then(({ EditAppeal }) => EditAppeal));
const CloseAppeal = later(() => import('./close-appeal').then(({ CloseAppeal }) => CloseAppeal));
const ReopenAppeal = later(() => import('./reopen-appeal').then(({ ReopenAppeal }) => ReopenAppeal));
const parts = [EditAppeal, CloseAppeal, ReopenAppeal];

type Props = { page: AppealPage; person: ReactionCardProps['person'] };

/** One appeal: what the counterparty wants, who must act next, and everything that happened on it. */
export function AppealScreen({ page, person }: Props) {
  const t = useTranslations('appeals');
  const [opened, setOpened] = useState<'edit' | 'close' | 'reopen' | null>(null);
  useFetchedWhenIdle(parts);
  const { appeal, card } = page;
  const reactions = useMoreRows({ rows: page.reactions, next: page.moreReactions }, '/reactions', {
    appealId: appeal.id,
  });
  const isOpen = appeal.closedAt === null;
  const dialog = { appeal, onClose: () => setOpened(null) };
  return (
    <NextReactionDialogs personId={person.id}>
      <PageHeader
        up={<TextLink href={`/counterparties/${card.id}`}>{card.name}</TextLink>}
        title={t('one', { number: String(appeal.number) })}
        meta={
          <>
            <Badge tone={isOpen ? 'accent' : 'plain'}>{t(isOpen ? 'isOpen' : 'isClosed')}</Badge>
            <bdi className="text-soft [overflow-wrap:anywhere]">{appeal.topic}</bdi>
          </>
        }
        actions={
          <>
            {isOpen ? <AddReaction person={person} start={{ counterparty: card, appeal }} /> : null}
            {isOpen ? (
              <WriteLetterButton about={{ counterparty: card, appeal }} personId={person.id} />
            ) : null}
            <Button icon={<Pencil />} onClick={() => setOpened('edit')}>
              {t('edit')}
            </Button>
            {isOpen ? (
              <Button onClick={() => setOpened('close')}>{t('close')}</Button>
            ) : (
              <Button onClick={() => setOpened('reopen')}>{t('reopen')}</Button>
            )}
          </>
        }
      />
      {opened === 'edit' ? <EditAppeal {...dialog} /> : null}
      {opened === 'close' ? <CloseAppeal {...dialog} /> : null}
      {opened === 'reopen' ? <ReopenAppeal {...dialog} personId={person.id} /> : null}
      <div className="grid grid-cols-1 gap-4 xl:grid-cols-[22rem_minmax(0,1fr)]">
        <div className="flex flex-col gap-4">
          <Panel title={t('details')}>
            <AppealDetails page={page} />
          </Panel>
          <Panel
            title={<TextLink href={`/counterparties/${card.id}`}>{card.name}</TextLink>}
            actions={<StatusBadge status={card.status} />}
          >
            <CardDetails card={card} />
          </Panel>
          <AttachmentsPanel
            counterpartyId={card.id}
            appealId={appeal.id}
            first={{ rows: page.attachments, next: page.moreAttachments }}
          />
          <AppealHistory page={page} />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <Panel title={t('next')} flush={page.nextReactions.length > 0}>
            {page.nextReactions.length === 0 ? (
              <p className="text-faint">{t('noNext')}</p>
            ) : (
              <NextReactionTable rows={page.nextReactions} columns={['responsible']} isBeside />
            )}
          </Panel>
          <Panel title={t('reactions')}>
            <ReactionFeed reactions={reactions.rows} />
            <MoreRowsFoot {...reactions} shownCount={reactions.rows.length} />
          </Panel>
        </div>
      </div>
    </NextReactionDialogs>
  );
}

function AppealDetails({ page: { appeal } }: { page: AppealPage }) {
  const t = useTranslations('appeals');
  const format = useFormatter();
  const at = (time: number, name: string | undefined) =>
    [format.dateTime(time, 'dateTime'), name].filter(Boolean).join(' · ');
  return (
    <DescriptionList
      entries={[
        { term: t('fields.topic'), value: <bdi>{appeal.topic}</bdi> },
        { term: t('fields.type'), value: appeal.type },
        { term: t('fields.projectId'), value: appeal.project?.name ?? '—' },
        appeal.note
          ? { term: t('fields.note'), value: <bdi className="whitespace-pre-line">{appeal.note}</bdi> }
          : null,
        { term: t('fields.createdAt'), value: at(appeal.createdAt, appeal.createdBy?.name) },
        appeal.closedAt === null
          ? null
          : { term: t('fields.closedAt'), value: at(appeal.closedAt, appeal.closedBy?.name) },
        appeal.closeReason === null ? null : { term: t('fields.closeReason'), value: appeal.closeReason },
      ]}
    />
  );
}

const namedFields = ['topic', 'type', 'projectId', 'note', 'closedAt'] as const;

function AppealHistory({ page }: { page: AppealPage }) {
  const t = useTranslations('appeals');
  const format = useFormatter();
  return (
    <Panel title={t('history')}>
      <RecordHistory
        label={t('history')}
        emptyText={t('noHistory')}
        changes={page.changes}
        fieldName={(field) => {
          const known = namedFields.find((one) => one === field);
          return known ? t(`fields.${known}`) : field;
        }}
        valueText={(field, value) =>
          field === 'closedAt' && typeof value === 'number' ? format.dateTime(value, 'dateTime') : undefined
        }
      />
    </Panel>
  );
}
