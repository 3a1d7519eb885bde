import { door } from '@/app/api/v1/door';
import { scoreCardContracts } from '@/lib/domain/score-cards/score-cards.contract';
import { sendScoreCard } from '@/lib/operations/score-cards/send-score-card';

export const POST = door(scoreCardContracts.send, sendScoreCard);
