import { door } from '@/app/api/v1/door';
import { nextReactionContracts } from '@/lib/domain/reactions/next-reactions.contract';
import { calendarOfNextReactions } from '@/lib/operations/reactions/calendar-of-next-reactions';

export const GET = door(nextReactionContracts.calendar, calendarOfNextReactions);
