import { door } from '@/app/api/v1/door';
import { leadContracts } from '@/lib/domain/leads/leads.contract';
import { getLead } from '@/lib/operations/leads/get-lead';

export const GET = door(leadContracts.get, getLead);
