import { door } from '@/app/api/v1/door';
import { roleContracts } from '@/lib/domain/employees/roles.contract';
import { previewRole } from '@/lib/operations/employees/preview-role';

export const POST = door(roleContracts.preview, previewRole);
