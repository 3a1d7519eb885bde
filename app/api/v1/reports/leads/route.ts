import { door } from '@/app/api/v1/door';
import { reportContracts } from '@/lib/domain/reports/reports.contract';
import { readLeads } from '@/lib/operations/reports/read-leads';

export const GET = door(reportContracts.leads, readLeads);
