import { door } from '@/app/api/v1/door';
import { scoreCardContracts } from '@/lib/domain/score-cards/score-cards.contract';
import { beginScoreCard } from '@/lib/operations/score-cards/begin-score-card';
import { getCallScoring } from '@/lib/operations/score-cards/get-score-card';

export const GET = door(scoreCardContracts.ofCall, getCallScoring);
export const POST = door(scoreCardContracts.begin, beginScoreCard);
