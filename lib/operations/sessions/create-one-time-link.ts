import { getEmployeeForUpdate } from '@/db/employees';
import { deleteOneTimeLinks, insertOneTimeLink } from '@/db/one-time-links';
import { mayAdminister } from '@/lib/domain/employees/permissions';
import { forbidden, notFound, Refusal } from '@/lib/domain/errors';
import { type Context, signedIn, type Tx } from '@/lib/operations/context';
import { recordChange } from '@/lib/operations/settings/record-change';

const linkLifeMs = 72 * 60 * 60_000;

/**
 * A link for a first or forgotten password: 72 hours, one use, kept as a hash alone; earlier ones are void.
 * @throws Refusal `forbidden`, `notFound`; `notPossibleNow` for a disabled person
 */
export async function createOneTimeLink(
  context: Context,
  { employeeId }: { employeeId: string },
): Promise<{ path: string | null; expiresAt: number }> {
  if (!mayAdminister(signedIn(context))) throw forbidden();
  const secret = context.secrets.newSecret();
  const kept = await context.tx((tx) => insertLink(tx, context, employeeId, secret));
  return { ...kept, path: invitationPath(secret) };
}

/** The part that is kept with the request: without the secret. */
async function insertLink(
  tx: Tx,
  context: Context,
  employeeId: string,
  secret: string,
): Promise<{ path: null; expiresAt: number }> {
  const employee = await getEmployeeForUpdate(tx, employeeId);
  if (!employee) throw notFound('employee');
  if (employee.disabledAt !== null) {
    throw new Refusal('notPossibleNow', 'this person is disabled', {}, { reason: 'disabled' });
  }
  const expiresAt = await insertInvitation(tx, context, employeeId, secret);
  await recordChange(tx, context, {
    noun: 'employee',
    nounId: employeeId,
    before: {},
    after: { oneTimeLinkUntil: expiresAt },
  });
  return { path: null, expiresAt };
}

/** Makes earlier links void and keeps the hash of the new one. Returns when it expires. */
export async function insertInvitation(
  tx: Tx,
  context: Context,
  employeeId: string,
  secret: string,
): Promise<number> {
  const expiresAt = context.now() + linkLifeMs;
  await deleteOneTimeLinks(tx, employeeId);
  await insertOneTimeLink(tx, {
    tokenHash: context.secrets.hashSecret(secret),
    employeeId,
    createdBy: context.person?.id ?? null,
    createdAt: context.now(),
    expiresAt,
  });
  return expiresAt;
}

export const invitationPath = (secret: string) => `/invitation/${secret}`;
