'use client';

import { MessageSquareWarning } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { SoundSwitch } from '@/components/leads/sound-switch';
import { ButtonLink } from '@/components/ui/button-link';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { Segmented } from '@/components/ui/segmented';
import { useListAddress } from '@/components/ui/use-list-address';
import type { Page } from '@/lib/domain/paging';
import type { ReactionView } from '@/lib/domain/reactions/reaction-views';
import { countText } from './count-text';
import { NextReactionDialogs } from './next-reaction-dialogs';
import { ReactionTable } from './reaction-table';
import { Work, type WorkProps } from './work';

export type ReactionScope = 'mine' | 'department' | 'all';

type Props = {
  personId: string;
  scope: ReactionScope;
  /** Whether the list of everybody's next reactions may be asked for. */
  mayAll: boolean;
  /** Remarks on own reactions that wait to be read. */
  remarkCount: number;
} & (WorkProps | { view: 'done'; page: Page<ReactionView> });

/** Own, the department's or all reactions: what is to be done, and what happened. The state stands in the address. */
export function ReactionsScreen(props: Props) {
  const t = useTranslations('reactions');
  const reviews = useTranslations('reviews');
  const { personId, scope, mayAll, remarkCount, view } = props;
  const address = useListAddress();
  const waiting = props.view === 'next' && props.work.shape === 'list' ? props.work.page.waiting : null;
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
      <div className="flex flex-wrap gap-x-3 gap-y-2 pb-3">
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
          onValueChange={(value) => address.show({ scope: value, department: null, person: null })}
        />
      </div>
      {props.view === 'next' ? <Work {...props} /> : <DoneList page={props.page} />}
    </NextReactionDialogs>
  );
}

function DoneList({ page }: { page: Page<ReactionView> }) {
  const address = useListAddress();
  return (
    <Panel flush>
      <ReactionTable
        rows={page.rows}
        firstHref={address.firstHref}
        nextHref={page.next && address.hrefWith({ after: page.next })}
        busy={address.isPending}
      />
    </Panel>
  );
}
