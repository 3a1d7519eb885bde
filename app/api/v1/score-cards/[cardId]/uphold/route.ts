import { door } from '@/app/api/v1/door';
import { scoreCardContracts } from '@/lib/domain/score-cards/score-cards.contract';
import { upholdScoreCard } from '@/lib/operations/score-cards/uphold-score-card';

export const POST = door(scoreCardContracts.uphold, upholdScoreCard);
