import { door } from '@/app/api/v1/door';
import { reportContracts } from '@/lib/domain/reports/reports.contract';
import { readComplaints } from '@/lib/operations/reports/read-complaints';

export const GET = door(reportContracts.complaints, readComplaints);
