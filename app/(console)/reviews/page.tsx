import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { oneOf, type SearchParams, textOf } from '@/app/(console)/list-address';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { RefreshOnNews } from '@/components/live/live-provider';
import { ReviewsScreen } from '@/components/reviews/reviews-screen';
import { callRoutes } from '@/lib/domain/calls/route';
import { mayReviewReactions, reviewsEverything } from '@/lib/domain/employees/permissions';
import { reviewStates } from '@/lib/domain/reviews/reviews.contract';
import { listChoices } from '@/lib/operations/reactions/list-choices';
import { listReviews } from '@/lib/operations/reviews/list-reviews';

const pageSize = 50;

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await requestLanguage();
  return { title: t('reviews.title') };
}

export default async function ReviewsPage({ searchParams }: { searchParams: SearchParams }) {
  const { person, context } = await signedInPage();
  if (!mayReviewReactions(person)) redirect('/reviews/remarks');
  const address = await searchParams;
  const state = oneOf(address.state, reviewStates, 'unreviewed');
  const route = callRoutes.find((one) => one === address.route);
  const departmentId = textOf(address.departmentId);
  const employeeId = textOf(address.employeeId);
  const isLate = address.late === 'true';
  const isToConfirm = address.toConfirm === 'true';
  const page = await listReviews(context, {
    state,
    route,
    departmentId,
    employeeId,
    late: isLate || undefined,
    toConfirm: isToConfirm || undefined,
    after: textOf(address.after),
    limit: pageSize,
  });
  return (
    <>
      <RefreshOnNews nouns={['review', 'reaction', 'nextReaction', 'lead', 'counterparty']} />
      <ReviewsScreen
        page={page}
        filter={{
          state,
          route: route ?? '',
          departmentId: departmentId ?? '',
          employeeId: employeeId ?? '',
          isLate,
          isToConfirm,
        }}
        choices={await listChoices(context)}
        mayChooseDepartment={reviewsEverything(person)}
      />
    </>
  );
}
