import { door } from '@/app/api/v1/door';
import { scoreCardContracts } from '@/lib/domain/score-cards/score-cards.contract';
import { acknowledgeScoreCard } from '@/lib/operations/score-cards/acknowledge-score-card';

export const POST = door(scoreCardContracts.acknowledge, acknowledgeScoreCard);
