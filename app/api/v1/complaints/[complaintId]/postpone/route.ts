import { door } from '@/app/api/v1/door';
import { complaintContracts } from '@/lib/domain/complaints/complaints.contract';
import { postponeComplaint } from '@/lib/operations/complaints/postpone-complaint';

export const POST = door(complaintContracts.postpone, postponeComplaint);
