import { door } from '@/app/api/v1/door';
import { reviewContracts } from '@/lib/domain/reviews/reviews.contract';
import { markReviewed } from '@/lib/operations/reviews/mark-reviewed';

export const POST = door(reviewContracts.mark, markReviewed);
