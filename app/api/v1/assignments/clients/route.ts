import { door } from '@/app/api/v1/door';
import { assignmentContracts } from '@/lib/domain/assignments/assignments.contract';
import { listClientsOf } from '@/lib/operations/assignments/list-clients-of';

export const GET = door(assignmentContracts.clients, listClientsOf);
