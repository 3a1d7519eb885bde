import { door } from '@/app/api/v1/door';
import { projectContracts } from '@/lib/domain/settings/projects.contract';
import { updateProject } from '@/lib/operations/settings/update-project';

export const PATCH = door(projectContracts.update, updateProject);
