import { door } from '@/app/api/v1/door';
import { complaintContracts } from '@/lib/domain/complaints/complaints.contract';
import { takeComplaint } from '@/lib/operations/complaints/take-complaint';

export const POST = door(complaintContracts.take, takeComplaint);
