import { door } from '@/app/api/v1/door';
import { conversationContracts } from '@/lib/domain/calls/conversation.contract';
import { takeOverCall } from '@/lib/operations/call-scripts/take-over-call';

export const POST = door(conversationContracts.takeOver, takeOverCall);
