import { door } from '@/app/api/v1/door';
import { payContracts } from '@/lib/domain/pay/pay.contract';
import { getPay } from '@/lib/operations/pay/get-pay';

export const GET = door(payContracts.get, getPay);
