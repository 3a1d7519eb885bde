import type { Metadata } from 'next';
import { oneOf, type SearchParams, textOf } from '@/app/(console)/list-address';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { RefreshOnNews } from '@/components/live/live-provider';
import { ReactionsScreen } from '@/components/reactions/reactions-screen';
import { seesEveryCard } from '@/lib/domain/employees/permissions';
import { nextReactionGroups, nextReactionScopes } from '@/lib/domain/reactions/next-reactions.contract';
import { listNextReactions } from '@/lib/operations/reactions/list-next-reactions';
import { listReactions } from '@/lib/operations/reactions/list-reactions';
import { listRemarks } from '@/lib/operations/reviews/list-reviews';

const pageSize = 50;

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await requestLanguage();
  return { title: t('reactions.title') };
}

export default async function ReactionsPage({ searchParams }: { searchParams: SearchParams }) {
  const { person, context } = await signedInPage();
  const address = await searchParams;
  const view = oneOf(address.view, ['next', 'done'] as const, 'next');
  const mayAll = seesEveryCard(person);
  const scope = oneOf(
    address.scope,
    nextReactionScopes.filter((one) => one !== 'all' || mayAll || view === 'done'),
    'mine',
  );
  const after = textOf(address.after);
  const group = oneOf(address.group, [...nextReactionGroups, 'any'] as const, 'any');
  const remarks = await listRemarks(context, { limit: 1 });
  return (
    <>
      <RefreshOnNews nouns={['nextReaction', 'reaction', 'appeal', 'lead', 'review']} />
      {view === 'next' ? (
        <ReactionsScreen
          view="next"
          group={group}
          scope={scope}
          mayAll={mayAll}
          personId={person.id}
          remarkCount={remarks.count}
          page={
            await listNextReactions(context, {
              scope,
              group: group === 'any' ? undefined : group,
              after,
              limit: pageSize,
            })
          }
        />
      ) : (
        <ReactionsScreen
          view="done"
          scope={scope}
          mayAll={mayAll}
          personId={person.id}
          remarkCount={remarks.count}
          page={await listReactions(context, { scope, after, limit: pageSize })}
        />
      )}
    </>
  );
}
