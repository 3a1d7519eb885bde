import { door } from '@/app/api/v1/door';
import { conversationContracts } from '@/lib/domain/calls/conversation.contract';
import { hangUp } from '@/lib/operations/calls/end-call';

export const POST = door(conversationContracts.hangUp, hangUp);
