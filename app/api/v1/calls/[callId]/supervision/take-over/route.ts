import { door } from '@/app/api/v1/door';
import { supervisionContracts } from '@/lib/domain/calls/supervision.contract';
import { takeLiveCallOver } from '@/lib/operations/supervision/take-live-call-over';

export const POST = door(supervisionContracts.takeLiveCallOver, takeLiveCallOver);
