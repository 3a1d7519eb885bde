import { door } from '@/app/api/v1/door';
import { payContracts } from '@/lib/domain/pay/pay.contract';
import { correctPay } from '@/lib/operations/pay/change-pay';

export const POST = door(payContracts.correct, correctPay);
