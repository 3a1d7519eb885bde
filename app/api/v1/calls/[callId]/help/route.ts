import { door } from '@/app/api/v1/door';
import { supervisionContracts } from '@/lib/domain/calls/supervision.contract';
import { askForHelp } from '@/lib/operations/supervision/ask-for-help';
import { withdrawHelp } from '@/lib/operations/supervision/withdraw-help';

export const POST = door(supervisionContracts.askForHelp, askForHelp);
export const DELETE = door(supervisionContracts.withdrawHelp, withdrawHelp);
