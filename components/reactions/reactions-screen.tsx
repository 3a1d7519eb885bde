'use client';

import { MessageSquareWarning } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { SoundSwitch } from '@/components/leads/sound-switch';
import { ButtonLink } from '@/components/ui/button-link';
import { FilterBar } from '@/components/ui/filter-bar';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { Segmented } from '@/components/ui/segmented';
import { useListAddress } from '@/components/ui/use-list-address';
import type { Page } from '@/lib/domain/paging';
import type { NextReactionGroup } from '@/lib/domain/reactions/next-reactions.contract';
import type { NextReactionView, ReactionView } from '@/lib/domain/reactions/reaction-views';
import { NextReactionDialogs } from './next-reaction-dialogs';
import { NextReactionTable } from './next-reaction-table';
import { ReactionTable } from './reaction-table';

export type ReactionScope = 'mine' | 'department' | 'all';

type Props = {
  personId: string;
  scope: ReactionScope;
  /** Whether the list of everybody's next reactions may be asked for. */
  mayAll: boolean;
  /** Remarks on own reactions that wait to be read. */
  remarkCount: number;
} & (
  | {
      view: 'next';
      group: NextReactionGroup | 'any';
      page: Page<NextReactionView> & {
        counts: Record<NextReactionGroup, number>;
        /** Overdue or due within the hour. */
        waiting: { mine: number; department: number };
      };
    }
  | { view: 'done'; page: Page<ReactionView> }
);

const mostShown = 99;
const countText = (count: number) => (count > mostShown ? `${mostShown}+` : count);

/** Own, the department's or all reactions: what is to be done, and what happened. The state stands in the address. */
export function ReactionsScreen(props: Props) {
  const t = useTranslations('reactions');
  const reviews = useTranslations('reviews');
  const { personId, scope, mayAll, remarkCount, view, page } = props;
  const address = useListAddress();
  const waiting = props.view === 'next' ? props.page.waiting : null;
  const nextHref = page.next && address.hrefWith({ after: page.next });
  const scopes: ReactionScope[] =
    mayAll || view === 'done' ? ['mine', 'department', 'all'] : ['mine', 'department'];
  return (
    <NextReactionDialogs personId={personId}>
      <PageHeader
        title={t('title')}
        actions={
          <>
            <SoundSwitch />
            {remarkCount > 0 ? (
              <ButtonLink href="/reviews/remarks" icon={<MessageSquareWarning />}>
                {reviews('mine')} ({remarkCount})
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <FilterBar>
        <Segmented
          label={t('view.label')}
          options={[
            { value: 'next', label: t('view.next') },
            { value: 'done', label: t('view.done') },
          ]}
          value={view}
          onValueChange={(next) => address.show({ view: next === 'next' ? null : next, group: null })}
        />
        <Segmented
          label={t('scope.label')}
          options={scopes.map((value) => ({
            value,
            label: t(view === 'next' && value === 'mine' ? 'scope.myTurn' : `scope.${value}`),
            count: value === 'all' || !waiting?.[value] ? undefined : countText(waiting[value]),
          }))}
          value={scope}
          onValueChange={(value) => address.show({ scope: value })}
        />
        {props.view === 'next' ? (
          <Segmented
            label={t('group.label')}
            options={[
              { value: 'any', label: t('group.any') },
              { value: 'overdue', label: t('group.overdue'), count: props.page.counts.overdue },
              { value: 'today', label: t('group.today'), count: props.page.counts.today },
              { value: 'later', label: t('group.later'), count: props.page.counts.later },
            ]}
            value={props.group}
            onValueChange={(group) => address.show({ group: group === 'any' ? null : group })}
          />
        ) : null}
      </FilterBar>
      <Panel flush>
        {props.view === 'next' ? (
          <NextReactionTable
            rows={props.page.rows}
            firstHref={address.firstHref}
            nextHref={nextHref}
            busy={address.isPending}
          />
        ) : (
          <ReactionTable
            rows={props.page.rows}
            firstHref={address.firstHref}
            nextHref={nextHref}
            busy={address.isPending}
          />
        )}
      </Panel>
    </NextReactionDialogs>
  );
}
