import { listProjects } from '@/db/projects';
import type { Db } from '@/db/store';

/** Names of all projects by id; a company has a handful. */
export async function projectNames(db: Db): Promise<Map<string, string>> {
  return new Map((await listProjects(db)).map((project) => [project.id, project.name]));
}

/** Null without a project, and for one that is not in the directory. */
export function namedProject(names: Map<string, string>, id: string | null) {
  const name = id === null ? undefined : names.get(id);
  return id !== null && name !== undefined ? { id, name } : null;
}
