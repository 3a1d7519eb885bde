import { door } from '@/app/api/v1/door';
import { reviewContracts } from '@/lib/domain/reviews/reviews.contract';
import { listReviews } from '@/lib/operations/reviews/list-reviews';

export const GET = door(reviewContracts.list, listReviews);
