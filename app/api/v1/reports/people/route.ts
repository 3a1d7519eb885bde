import { door } from '@/app/api/v1/door';
import { reportContracts } from '@/lib/domain/reports/reports.contract';
import { readPeople } from '@/lib/operations/reports/read-people';

export const GET = door(reportContracts.people, readPeople);
