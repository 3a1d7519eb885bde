import { door } from '@/app/api/v1/door';
import { scoreCardContracts } from '@/lib/domain/score-cards/score-cards.contract';
import { listOwnScoreCards } from '@/lib/operations/score-cards/list-score-cards';

export const GET = door(scoreCardContracts.mine, listOwnScoreCards);
