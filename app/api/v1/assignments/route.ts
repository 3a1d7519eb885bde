import { door } from '@/app/api/v1/door';
import { assignmentContracts } from '@/lib/domain/assignments/assignments.contract';
import { assignClients } from '@/lib/operations/assignments/assign-clients';
import { listAssignments } from '@/lib/operations/assignments/list-assignments';

export const GET = door(assignmentContracts.list, listAssignments);
export const POST = door(assignmentContracts.assign, assignClients);
