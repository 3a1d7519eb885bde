import { getAttachment } from '@/db/attachments';
import { listDocumentsWithoutFolder } from '@/db/documents';
import { isFrozenLetter } from '@/db/pay';
import { getRound as getRow } from '@/db/rounds';
import { notFound } from '@/lib/domain/errors';
import { maySeeRounds } from '@/lib/domain/rounds/round-rights';
import type { RoundInFull } from '@/lib/domain/rounds/round-views';
import { type Context, signedIn } from '@/lib/operations/context';
import { readDirectory } from '@/lib/operations/reactions/directory';
import { describeRounds } from './describe-rounds';

const requestsShown = 5;

/** One round, for the client department and those who review everything. @throws Refusal `notFound` */
export async function getRound(context: Context, { roundId }: { roundId: string }): Promise<RoundInFull> {
  const person = signedIn(context);
  const row = await getRow(context.read, roundId);
  const [view] =
    row && maySeeRounds(person) ? await describeRounds(context.read, person, [row], context.now()) : [];
  if (!view) throw notFound('round');
  context.saw({ kind: 'round', subjectId: view.id, counterpartyId: view.counterparty.id });
  const documents = await listDocumentsWithoutFolder(context.read, {
    counterpartyId: view.counterparty.id,
    ...{ kind: 'recommendationRequest', limit: requestsShown },
  });
  const names = await readDirectory(context.read, {
    employees: documents.map(({ madeBy }) => madeBy),
    departments: [],
  });
  const fileId = view.letter?.attachmentId;
  const file = fileId ? await getAttachment(context.read, fileId) : null;
  return {
    ...view,
    letterFile: file && { name: file.name, isSettled: await isFrozenLetter(context.read, file.id) },
    letterRequests: documents.map(({ id, kind, number, title, madeBy, madeAt }) => ({
      ...{ id, kind, number, title, madeAt, project: null },
      madeBy: names.employee(madeBy),
    })),
  };
}
