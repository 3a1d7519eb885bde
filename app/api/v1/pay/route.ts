import { door } from '@/app/api/v1/door';
import { payContracts } from '@/lib/domain/pay/pay.contract';
import { listPay } from '@/lib/operations/pay/list-pay';

export const GET = door(payContracts.list, listPay);
