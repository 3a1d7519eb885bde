import { door } from '@/app/api/v1/door';
import { complaintContracts } from '@/lib/domain/complaints/complaints.contract';
import { reopenComplaint } from '@/lib/operations/complaints/reopen-complaint';

export const POST = door(complaintContracts.reopen, reopenComplaint);
