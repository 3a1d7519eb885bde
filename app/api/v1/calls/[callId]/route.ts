import { door } from '@/app/api/v1/door';
import { conversationContracts } from '@/lib/domain/calls/conversation.contract';
import { getCallView } from '@/lib/operations/calls/get-call';

export const GET = door(conversationContracts.one, getCallView);
