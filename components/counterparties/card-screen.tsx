'use client';

import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { AppealTable } from '@/components/appeals/appeal-table';
import { AttachmentsPanel } from '@/components/attachments/attachments-panel';
import { CardFoldersPanel } from '@/components/folders/card-folders-panel';
import { WriteLetterButton } from '@/components/letters/write-letter-button';
import { MoreRowsFoot } from '@/components/more-rows-foot';
import { PurchasesPanel } from '@/components/purchases/purchases-panel';
import { AddReaction } from '@/components/reactions/add-reaction';
import { NextReactionDialogs } from '@/components/reactions/next-reaction-dialogs';
import { NextReactionTable } from '@/components/reactions/next-reaction-table';
import type { ReactionCardProps } from '@/components/reactions/reaction-card';
import { CardRounds } from '@/components/rounds/card-rounds';
import { Button } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import { useFetchedWhenIdle } from '@/components/ui/use-fetched-when-idle';
import { useMoreRows } from '@/components/use-more-rows';
import type { CardPage } from '@/lib/domain/counterparties/card-page';
import { CardDetails } from './card-details';
import { CardDuplicates } from './card-duplicates';
import { formOf } from './card-form';
import { CardMerges } from './card-merges';
import { CardTimeline, type CardTimelineStart } from './card-timeline';
import { LaterCardEditDialog } from './later-card-edit-dialog';
import { LocalTime } from './local-time';
import { OwnFieldsContext } from './own-fields-context';
import { StatusBadge } from './status-badge';

const parts = [LaterCardEditDialog];

type Props = {
  page: CardPage;
  timeline: CardTimelineStart;
  person: ReactionCardProps['person'];
  /** Whether the person may know who opened the card (CS-10). */
  mayReadAccessLog: boolean;
  /** Whether the person deals with requests to be told of or erased. */
  mayHandlePersonalData: boolean;
};

/** One counterparty: what is known, what is planned, what happened. */
export function CardScreen({ page, timeline, person, mayReadAccessLog, mayHandlePersonalData }: Props) {
  const tPersonalData = useTranslations('personalData');
  const t = useTranslations('counterparties');
  const [isEditing, setEditing] = useState(false);
  useFetchedWhenIdle(parts);
  const { card } = page;
  const planned = useMoreRows(
    { rows: page.nextReactions, next: page.more.nextReactions },
    `/counterparties/${card.id}/next-reactions`,
  );
  const appeals = useMoreRows({ rows: page.appeals, next: page.more.appeals }, '/appeals', {
    counterpartyId: card.id,
    state: 'all',
  });
  return (
    <OwnFieldsContext value={card.ownFields}>
      <NextReactionDialogs personId={person.id}>
        <PageHeader
          up={<TextLink href="/counterparties">{t('title')}</TextLink>}
          title={card.name}
          meta={
            <>
              <StatusBadge status={card.status} />
              {card.city ? <span className="text-soft">{card.city}</span> : null}
              <LocalTime timeZone={card.timeZone} />
              {card.assignedTo ? (
                <span className="text-soft">{t('leads', { name: card.assignedTo.name })}</span>
              ) : null}
            </>
          }
          actions={
            <>
              <AddReaction person={person} start={{ counterparty: card }} />
              <WriteLetterButton about={{ counterparty: card, appeal: null }} personId={person.id} />
              {page.may.edit ? (
                <Button icon={<Pencil />} onClick={() => setEditing(true)}>
                  {t('edit')}
                </Button>
              ) : null}
            </>
          }
        />
        {isEditing ? (
          <LaterCardEditDialog
            key={card.id}
            card={{ id: card.id, version: card.version, form: formOf(card), assignedTo: card.assignedTo }}
            may={page.may}
            open
            onOpenChange={setEditing}
          />
        ) : null}
        <div className="grid grid-cols-1 gap-4 xl:grid-cols-[22rem_minmax(0,1fr)]">
          <div className="flex min-w-0 flex-col gap-4">
            <Panel
              title={t('details')}
              actions={
                <>
                  {mayHandlePersonalData ? (
                    <TextLink href={`/settings/personal-data?kind=card&id=${card.id}`}>
                      {tPersonalData('button')}
                    </TextLink>
                  ) : null}
                  {mayReadAccessLog ? (
                    <TextLink href={`/settings/access-log?counterpartyId=${card.id}`}>
                      {t('whoOpened')}
                    </TextLink>
                  ) : null}
                </>
              }
            >
              <CardDetails card={card} />
            </Panel>
            <CardRounds page={page} />
            <PurchasesPanel page={page} />
            <CardFoldersPanel page={page} person={person} />
            <AttachmentsPanel
              counterpartyId={card.id}
              first={{ rows: page.attachments, next: page.more.attachments }}
            />
            <CardDuplicates page={page} />
            <CardMerges merges={page.merges} />
          </div>
          <div className="flex min-w-0 flex-col gap-4">
            <Panel title={t('planned')} flush={page.nextReactions.length > 0}>
              {page.nextReactions.length === 0 ? (
                <p className="text-faint">{t('noPlanned')}</p>
              ) : (
                <>
                  <NextReactionTable rows={planned.rows} columns={['appeal', 'responsible']} isBeside />
                  <MoreRowsFoot {...planned} shownCount={planned.rows.length} />
                </>
              )}
            </Panel>
            <Panel title={t('appeals')} flush={page.appeals.length > 0}>
              {page.appeals.length === 0 ? (
                <p className="text-faint">{t('noAppeals')}</p>
              ) : (
                <>
                  <AppealTable rows={appeals.rows} isCounterpartyHidden />
                  <MoreRowsFoot {...appeals} shownCount={appeals.rows.length} />
                </>
              )}
            </Panel>
            <Panel title={t('timeline')}>
              <CardTimeline counterpartyId={card.id} start={timeline} now={page.now} />
            </Panel>
          </div>
        </div>
      </NextReactionDialogs>
    </OwnFieldsContext>
  );
}
