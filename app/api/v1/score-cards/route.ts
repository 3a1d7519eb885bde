import { door } from '@/app/api/v1/door';
import { scoreCardContracts } from '@/lib/domain/score-cards/score-cards.contract';
import { listScoreCards } from '@/lib/operations/score-cards/list-score-cards';

export const GET = door(scoreCardContracts.list, listScoreCards);
