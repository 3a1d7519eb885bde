'use client';

import { MessageSquareWarning } from 'lucide-react';
import type { ComponentProps } from 'react';
import { useTranslations } from 'use-intl';
import { CsvButton } from '@/components/exports/csv-button';
import { SoundSwitch } from '@/components/leads/sound-switch';
import { sortByTime } from '@/components/lists/sort-by-time';
import { ButtonLink } from '@/components/ui/button-link';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { Segmented } from '@/components/ui/segmented';
import { useListAddress } from '@/components/ui/use-list-address';
import type { Page, TimeOrder } from '@/lib/domain/paging';
import type { SlipView } from '@/lib/domain/reactions/next-reactions.contract';
import type { ReactionView } from '@/lib/domain/reactions/reaction-views';
import type { ReactionChoices } from '@/lib/domain/reactions/reactions.contract';
import type { SlipKind } from '@/lib/domain/reactions/slip';
import { countText } from './count-text';
import { type DoneFilter, DoneFilters } from './done-filters';
import { NextReactionDialogs } from './next-reaction-dialogs';
import { ReactionTable } from './reaction-table';
import { SlipTable } from './slip-table';
import { useUrgentReactions } from './urgent-reactions-provider';
import { Work, type WorkProps } from './work';
import type { ReactionsView } from './work-address';

export type ReactionScope = 'mine' | 'department' | 'all';

export type DoneProps = {
  view: 'done';
  page: Page<ReactionView>;
  order: TimeOrder;
  filter: DoneFilter;
  /** The same filters as the API takes them. */
  asked: Readonly<Record<string, string | number | undefined>>;
  choices: ReactionChoices;
};

type Props = {
  personId: string;
  scope: ReactionScope;
  /** Whether the list of everybody's next reactions may be asked for. */
  mayAll: boolean;
  /** Which of the views this person has a use for. */
  views: readonly ReactionsView[];
  /** Remarks on own reactions that wait to be read. */
  remarkCount: number;
} & (WorkProps | DoneProps | { view: SlipKind; page: Page<SlipView> });

/** Own, the department's or all reactions: what is to be done, and what happened. The state stands in the address. */
export function ReactionsScreen(props: Props) {
  const t = useTranslations('reactions');
  const reviews = useTranslations('reviews');
  const { personId, scope, mayAll, remarkCount, view, views } = props;
  const address = useListAddress();
  const waiting = props.view === 'next' && props.work.shape === 'list' ? props.work.page.waiting : null;
  const next = props.view === 'next' ? null : props.page.next;
  const pager = {
    firstHref: address.firstHref,
    nextHref: next && address.hrefWith({ after: next }),
    busy: address.isPending,
  };
  const slipCounts = useUrgentReactions()?.slipCounts;
  const slipCount = (kind: SlipKind) => (slipCounts?.[kind] ? countText(slipCounts[kind]) : undefined);
  const scopes: ReactionScope[] =
    mayAll || view === 'done' ? ['mine', 'department', 'all'] : ['mine', 'department'];
  return (
    <NextReactionDialogs personId={personId}>
      <PageHeader
        title={t('title')}
        actions={
          <>
            <CsvButton {...csvOf(props)} />
            <SoundSwitch />
            {remarkCount > 0 ? (
              <ButtonLink href="/reviews/remarks" icon={<MessageSquareWarning />}>
                {reviews('mine')} ({remarkCount})
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <div className="flex flex-wrap gap-x-3 gap-y-2 pb-3">
        <Segmented
          label={t('view.label')}
          options={views.map((value) => ({
            value,
            label: t(`view.${value}`),
            count: value === 'next' || value === 'done' ? undefined : slipCount(value),
          }))}
          value={view}
          onValueChange={(next) => address.show({ view: next === 'next' ? null : next, group: null })}
        />
        {view === 'next' || view === 'done' ? (
          <Segmented
            label={t('scope.label')}
            options={scopes.map((value) => ({
              value,
              label: t(view === 'next' && value === 'mine' ? 'scope.myTurn' : `scope.${value}`),
              count: value === 'all' || !waiting?.[value] ? undefined : countText(waiting[value]),
            }))}
            value={scope}
            onValueChange={(value) => address.show({ scope: value, department: null, person: null })}
          />
        ) : null}
      </div>
      {props.view === 'done' ? (
        <DoneFilters filter={props.filter} scope={scope} choices={props.choices} show={address.show} />
      ) : null}
      {props.view === 'next' ? (
        <Work {...props} />
      ) : (
        <Panel flush>
          {props.view === 'done' ? (
            <ReactionTable
              rows={props.page.rows}
              {...pager}
              sort={sortByTime('when', props.order, address.hrefWith)}
            />
          ) : (
            <SlipTable kind={props.view} rows={props.page.rows} {...pager} />
          )}
        </Panel>
      )}
    </NextReactionDialogs>
  );
}

function csvOf(props: Props): ComponentProps<typeof CsvButton> {
  if (props.view === 'done') return { list: 'reactions', filters: props.asked };
  if (props.view !== 'next') return { list: 'slipped', filters: { kind: props.view } };
  const { filter, group, order } = props.address;
  return { list: 'next-reactions', filters: { ...filter, group: group === 'any' ? null : group, order } };
}
