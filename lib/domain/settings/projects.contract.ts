import { z } from 'zod';
import { contract } from '@/lib/domain/contract';
import { recordId, requiredText } from '@/lib/domain/text-field';

const projectView = z.object({
  id: z.string(),
  name: z.string(),
  /** ON-2: the parcel of who bought it has a book. */
  hasBook: z.boolean(),
  version: z.number(),
  disabledAt: z.number().nullable(),
});

export type ProjectView = z.infer<typeof projectView>;

export const projectContracts = {
  list: contract({
    method: 'get',
    path: '/projects',
    summary: 'The products an appeal can be about, the disabled ones last',
    response: z.object({ rows: z.array(projectView) }),
  }),
  create: contract({
    method: 'post',
    path: '/projects',
    summary: 'Adds a project',
    body: z.object({ name: requiredText(100), hasBook: z.boolean().optional() }),
    response: z.object({ id: z.string() }),
  }),
  update: contract({
    method: 'patch',
    path: '/projects/{projectId}',
    summary:
      'Renames a project, says whether it comes with a book, disables it for new appeals or takes it back; refused when it was changed since the given version',
    params: z.object({ projectId: recordId }),
    body: z
      .object({ name: requiredText(100), hasBook: z.boolean(), isDisabled: z.boolean() })
      .partial()
      .extend({ version: z.int('invalid') }),
    response: z.object({ id: z.string(), version: z.number() }),
  }),
};
