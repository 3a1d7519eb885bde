import { door } from '@/app/api/v1/door';
import { conversationContracts } from '@/lib/domain/calls/conversation.contract';
import { listMyCalls } from '@/lib/operations/calls/list-my-calls';

export const GET = door(conversationContracts.mine, listMyCalls);
