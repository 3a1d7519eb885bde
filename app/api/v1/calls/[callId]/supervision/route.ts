import { door } from '@/app/api/v1/door';
import { supervisionContracts } from '@/lib/domain/calls/supervision.contract';
import { changeSupervision } from '@/lib/operations/supervision/change-supervision';
import { endSupervision } from '@/lib/operations/supervision/end-supervision';
import { superviseCall } from '@/lib/operations/supervision/supervise-call';

export const POST = door(supervisionContracts.supervise, superviseCall);
export const PATCH = door(supervisionContracts.changeSupervision, changeSupervision);
export const DELETE = door(supervisionContracts.endSupervision, endSupervision);
