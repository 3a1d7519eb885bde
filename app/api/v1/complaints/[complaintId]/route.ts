import { door } from '@/app/api/v1/door';
import { complaintContracts } from '@/lib/domain/complaints/complaints.contract';
import { getComplaint } from '@/lib/operations/complaints/get-complaint';

export const GET = door(complaintContracts.get, getComplaint);
