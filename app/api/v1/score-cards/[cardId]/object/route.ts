import { door } from '@/app/api/v1/door';
import { scoreCardContracts } from '@/lib/domain/score-cards/score-cards.contract';
import { objectToScoreCard } from '@/lib/operations/score-cards/object-to-score-card';

export const POST = door(scoreCardContracts.object, objectToScoreCard);
