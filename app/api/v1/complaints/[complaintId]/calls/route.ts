import { door } from '@/app/api/v1/door';
import { complaintContracts } from '@/lib/domain/complaints/complaints.contract';
import { callAfterComplaint } from '@/lib/operations/complaints/call-after-complaint';

export const POST = door(complaintContracts.call, callAfterComplaint);
