import { updateAppeal as saveAppeal } from '@/db/appeals';
import { insertChange } from '@/db/changes';
import { getProject } from '@/db/projects';
import { invalid } from '@/lib/domain/errors';
import { type Context, signedIn, tell } from '@/lib/operations/context';
import { visibleAppealLocked } from './visible-appeal';

type AppealEdit = {
  appealId: string;
  version: number;
  topic?: string;
  type?: string;
  projectId?: string | null;
  note?: string;
};

/** Changes topic, type, project or note, with history. @throws Refusal `notFound`, `conflict`, `invalid` */
export async function updateAppeal(context: Context, input: AppealEdit): Promise<{ version: number }> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const appeal = await visibleAppealLocked(tx, person, input);
    if (input.projectId && !(await getProject(tx, input.projectId)))
      throw invalid({ projectId: 'notAChoice' });
    const edited = (['topic', 'type', 'projectId', 'note'] as const).filter(
      (field) => input[field] !== undefined && input[field] !== appeal[field],
    );
    if (edited.length === 0) return { version: appeal.version };
    const version = appeal.version + 1;
    await saveAppeal(tx, appeal.id, {
      ...Object.fromEntries(edited.map((field) => [field, input[field]])),
      version,
    });
    await insertChange(tx, {
      id: context.newId(),
      noun: 'appeal',
      nounId: appeal.id,
      at: context.now(),
      employeeId: person.id,
      fields: Object.fromEntries(edited.map((field) => [field, { from: appeal[field], to: input[field] }])),
    });
    tell(tx, { noun: 'appeal', nounId: appeal.id });
    return { version };
  });
}
