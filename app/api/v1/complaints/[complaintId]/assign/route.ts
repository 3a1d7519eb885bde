import { door } from '@/app/api/v1/door';
import { complaintContracts } from '@/lib/domain/complaints/complaints.contract';
import { assignComplaint } from '@/lib/operations/complaints/assign-complaint';

export const POST = door(complaintContracts.assign, assignComplaint);
