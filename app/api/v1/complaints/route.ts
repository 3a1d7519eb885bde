import { door } from '@/app/api/v1/door';
import { complaintContracts } from '@/lib/domain/complaints/complaints.contract';
import { listComplaints } from '@/lib/operations/complaints/list-complaints';

export const GET = door(complaintContracts.list, listComplaints);
