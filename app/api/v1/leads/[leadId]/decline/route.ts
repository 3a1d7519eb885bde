import { door } from '@/app/api/v1/door';
import { leadContracts } from '@/lib/domain/leads/leads.contract';
import { declineLead } from '@/lib/operations/leads/decline-lead';

export const POST = door(leadContracts.decline, declineLead);
