import { door } from '@/app/api/v1/door';
import { leadContracts } from '@/lib/domain/leads/leads.contract';
import { listLeads } from '@/lib/operations/leads/list-leads';

export const GET = door(leadContracts.inbox, listLeads);
