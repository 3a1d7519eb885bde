import { door } from '@/app/api/v1/door';
import { reportContracts } from '@/lib/domain/reports/reports.contract';
import { listCountedComplaints } from '@/lib/operations/reports/list-counted-complaints';

export const GET = door(reportContracts.complaintRows, listCountedComplaints);
