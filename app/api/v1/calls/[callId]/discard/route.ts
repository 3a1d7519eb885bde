import { door } from '@/app/api/v1/door';
import { conversationContracts } from '@/lib/domain/calls/conversation.contract';
import { discardCall } from '@/lib/operations/call-scripts/discard-call';

export const POST = door(conversationContracts.discard, discardCall);
