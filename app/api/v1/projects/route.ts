import { door } from '@/app/api/v1/door';
import { projectContracts } from '@/lib/domain/settings/projects.contract';
import { createProject } from '@/lib/operations/settings/create-project';
import { listProjects } from '@/lib/operations/settings/list-projects';

export const GET = door(projectContracts.list, listProjects);
export const POST = door(projectContracts.create, createProject);
