import { door } from '@/app/api/v1/door';
import { scoreCardContracts } from '@/lib/domain/score-cards/score-cards.contract';
import { saveScoreCard } from '@/lib/operations/score-cards/save-score-card';

export const PUT = door(scoreCardContracts.save, saveScoreCard);
