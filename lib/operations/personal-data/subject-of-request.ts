import { describeSubject, type NamedSubject } from '@/db/personal-data/find-named';
import { findSubject } from '@/db/personal-data/find-subject';
import type { Db } from '@/db/store';
import { mayHandlePersonalData } from '@/lib/domain/employees/permissions';
import { forbidden, notFound } from '@/lib/domain/errors';
import type { Subject, SubjectName } from '@/lib/domain/personal-data/subject';
import { readPhone } from '@/lib/domain/phones/read-phone';
import { type Context, signedIn } from '@/lib/operations/context';

/** Whose data it is and where it lies. @throws Refusal `forbidden`, `notFound` */
export async function subjectOfRequest(
  context: Context,
  db: Db,
  { kind, id }: SubjectName,
): Promise<{ named: NamedSubject; subject: Subject }> {
  if (!mayHandlePersonalData(signedIn(context))) throw forbidden();
  if (kind === 'number' && readPhone(id).e164 !== id) throw notFound('number');
  const named = await describeSubject(db, { kind, id });
  const subject = named && (await findSubject(db, { kind, id }));
  if (!named || !subject) throw notFound('person');
  return { named, subject };
}
