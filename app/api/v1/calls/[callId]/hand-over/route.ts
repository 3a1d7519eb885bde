import { door } from '@/app/api/v1/door';
import { conversationContracts } from '@/lib/domain/calls/conversation.contract';
import { handCallOver } from '@/lib/operations/call-scripts/hand-call-over';

export const POST = door(conversationContracts.handOver, handCallOver);
