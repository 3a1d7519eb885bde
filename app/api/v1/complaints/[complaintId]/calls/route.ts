import { door } from '@/app/api/v1/door';
import { complaintContracts } from '@/lib/domain/complaints/complaints.contract';
import { callAfterComplaint } from '@/lib/operations/complaints/close-complaint';

export const POST = door(complaintContracts.call, callAfterComplaint);
