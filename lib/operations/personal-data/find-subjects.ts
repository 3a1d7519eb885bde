import { findSubjectsOfEmail, findSubjectsOfName, findSubjectsOfPhone } from '@/db/personal-data/find-named';
import { mayHandlePersonalData } from '@/lib/domain/employees/permissions';
import { forbidden } from '@/lib/domain/errors';
import type { SubjectView } from '@/lib/domain/personal-data/personal-data.contract';
import { readPhone } from '@/lib/domain/phones/read-phone';
import { type Context, signedIn } from '@/lib/operations/context';

/**
 * Whose data a request is about, by what the request itself tells: a phone, an e-mail address, an INN or a whole name. A
 * number that no card has is a subject of its own.
 * @throws Refusal `forbidden`
 */
export async function findSubjects(
  context: Context,
  { text }: { text: string },
): Promise<{ subjects: SubjectView[] }> {
  if (!mayHandlePersonalData(signedIn(context))) throw forbidden();
  const subjects = await find(context, text.trim());
  context.saw({ kind: 'personalDataSubjects', rowCount: subjects.length, filters: ['text'] });
  return { subjects };
}

function find(context: Context, text: string): Promise<SubjectView[]> {
  if (text.includes('@')) return findSubjectsOfEmail(context.read, text.toLowerCase());
  const { e164, warning } = readPhone(text);
  const isPhone =
    e164 !== null && warning === undefined && !/\p{L}/u.test(text) && !/^(\d{10}|\d{12})$/.test(text);
  return isPhone ? findSubjectsOfPhone(context.read, e164) : findSubjectsOfName(context.read, text);
}
