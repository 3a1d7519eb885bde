import { door } from '@/app/api/v1/door';
import { leadContracts } from '@/lib/domain/leads/leads.contract';
import { acceptLead } from '@/lib/operations/leads/accept-lead';

export const POST = door(leadContracts.accept, acceptLead);
