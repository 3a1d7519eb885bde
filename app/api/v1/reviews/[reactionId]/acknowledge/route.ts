import { door } from '@/app/api/v1/door';
import { reviewContracts } from '@/lib/domain/reviews/reviews.contract';
import { acknowledgeRemark } from '@/lib/operations/reviews/acknowledge-remark';

export const POST = door(reviewContracts.acknowledge, acknowledgeRemark);
