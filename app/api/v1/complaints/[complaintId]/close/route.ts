import { door } from '@/app/api/v1/door';
import { complaintContracts } from '@/lib/domain/complaints/complaints.contract';
import { closeComplaint } from '@/lib/operations/complaints/close-complaint';

export const POST = door(complaintContracts.close, closeComplaint);
