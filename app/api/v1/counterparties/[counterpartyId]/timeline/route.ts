import { door } from '@/app/api/v1/door';
import { counterpartyContracts } from '@/lib/domain/counterparties/counterparties.contract';
import { listTimeline } from '@/lib/operations/counterparties/list-timeline';

export const GET = door(counterpartyContracts.timeline, listTimeline);
