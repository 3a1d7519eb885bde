import { door } from '@/app/api/v1/door';
import { conversationContracts } from '@/lib/domain/calls/conversation.contract';
import { answerCallScript } from '@/lib/operations/call-scripts/answer-call-script';

export const POST = door(conversationContracts.answer, answerCallScript);
