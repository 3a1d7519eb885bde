import { door } from '@/app/api/v1/door';
import { payContracts } from '@/lib/domain/pay/pay.contract';
import { recordPayRate } from '@/lib/operations/pay/change-pay';

export const POST = door(payContracts.rate, recordPayRate);
