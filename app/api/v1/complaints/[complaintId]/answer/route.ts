import { door } from '@/app/api/v1/door';
import { complaintContracts } from '@/lib/domain/complaints/complaints.contract';
import { answerComplaint } from '@/lib/operations/complaints/answer-complaint';

export const POST = door(complaintContracts.answer, answerComplaint);
