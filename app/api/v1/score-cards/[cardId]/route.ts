import { door } from '@/app/api/v1/door';
import { scoreCardContracts } from '@/lib/domain/score-cards/score-cards.contract';
import { discardScoreCard } from '@/lib/operations/score-cards/discard-score-card';
import { getScoreCard } from '@/lib/operations/score-cards/get-score-card';

export const GET = door(scoreCardContracts.get, getScoreCard);
export const DELETE = door(scoreCardContracts.discard, discardScoreCard);
