import { nextNumber } from '@/db/counters';
import { insertErasure, listOpenErasures } from '@/db/erasures';
import { findSubject } from '@/db/personal-data/find-subject';
import { markErased } from '@/db/personal-data/mark-erased';
import { listOpenWork } from '@/db/personal-data/open-work';
import { normaliseName } from '@/lib/domain/counterparties/name';
import { hourMs } from '@/lib/domain/duration';
import { invalid, Refusal } from '@/lib/domain/errors';
import { encodeWork } from '@/lib/domain/personal-data/erasure-work';
import { createScrubber } from '@/lib/domain/personal-data/needles';
import type { Subject, SubjectName } from '@/lib/domain/personal-data/subject';
import { readPhone } from '@/lib/domain/phones/read-phone';
import { type Context, signedIn, tell } from '@/lib/operations/context';
import { endPromises } from './end-promises';
import { recordErasure } from './record-erasure';
import { subjectOfRequest } from './subject-of-request';

export type ErasureRequest = SubjectName & {
  confirmation: string;
  requestNumber: string;
  requestedOn: string;
  legalBasis: string;
  reason: string;
};

/**
 * Begins to erase one person's data: nothing is written to their card from now on, what was promised to them ends with the reason of the request, and the rest is the work
 * of a job that survives a kill. The answer names the person for the last time; the act that is handed over is made of it,
 * and what stays is a digest of the name and the code.
 * @throws Refusal `forbidden`, `notFound`, `invalid` for a name that was not typed as it is or stands in the reason,
 * `notPossibleNow` while they are on the line or are being erased already
 */
export async function startErasure(
  context: Context,
  input: ErasureRequest,
): Promise<{ erasureId: string; number: number; name: string; code: string }> {
  const person = signedIn(context);
  const code = context.secrets.newSecret().slice(0, 24);
  return context.tx(async (tx) => {
    const { named, subject: asked } = await subjectOfRequest(context, tx, input);
    refuseUnconfirmed(named.name, input);
    refuseNaming(asked, input);
    if (input.requestedOn > latestDay(context.now())) {
      throw invalid({ requestedOn: 'inFuture' });
    }
    const digest = context.secrets.hashSecret(`${code}\n${named.name}`);
    const running = await listOpenErasures(tx);
    if (running.some(({ subjectId }) => subjectId !== null && subjectId === input.id)) {
      throw new Refusal('notPossibleNow', 'this is being erased already', {}, { reason: 'alreadyDone' });
    }
    const now = context.now();
    await markErased(tx, asked.ids.cards, now);
    const subject = (await findSubject(tx, input)) ?? asked;
    await markErased(tx, subject.ids.cards, now);
    const { liveCallIds, ...open } = await listOpenWork(tx, subject);
    if (liveCallIds.length > 0) {
      throw new Refusal('notPossibleNow', 'a call with this person is under way', {}, { reason: 'liveCall' });
    }
    const erasureId = context.newId();
    const number = await nextNumber(tx, 'erasure');
    await insertErasure(tx, {
      id: erasureId,
      number,
      state: 'running',
      kind: input.kind,
      subjectId: input.kind === 'number' ? null : input.id,
      requestNumber: input.requestNumber,
      requestedOn: input.requestedOn,
      legalBasis: input.legalBasis,
      reason: input.reason,
      digest,
      createdAt: now,
      createdBy: person.id,
      work: encodeWork({ subject, touched: [] }),
      step: 0,
      place: null,
      counts: {},
      hurriedAt: null,
      finishedAt: null,
      failedAt: null,
      failures: 0,
      foundIn: null,
    });
    await recordErasure(tx, context, { erasureId, what: 'begun' });
    const ended = await endPromises(tx, context, open, { reason: input.reason, employeeId: person.id });
    if (ended > 0) await recordErasure(tx, context, { erasureId, what: 'promisesEnded', count: ended });
    tell(tx, { noun: 'erasure', nounId: erasureId });
    return { erasureId, number, name: named.name, code };
  });
}

/** It is this day already somewhere on Earth. */
const latestDay = (now: number) => new Date(now + 14 * hourMs).toISOString().slice(0, 10);

function refuseUnconfirmed(name: string, { kind, confirmation }: ErasureRequest): void {
  const isSame =
    kind === 'number'
      ? readPhone(confirmation).e164 === name
      : normaliseName(confirmation) === normaliseName(name);
  if (!isSame) throw invalid({ confirmation: 'personalData.errors.notTheName' });
}

/** What is written of the request stays in the register, where the person must not be found. */
function refuseNaming({ ownNeedles, contactNames }: Subject, input: ErasureRequest): void {
  const scrub = createScrubber({ ...ownNeedles, names: [...ownNeedles.names, ...contactNames] });
  const naming = (['requestNumber', 'legalBasis', 'reason'] as const).filter((field) =>
    scrub.finds(input[field]),
  );
  if (naming.length > 0) {
    throw invalid(Object.fromEntries(naming.map((field) => [field, 'personalData.errors.namesPerson'])));
  }
}
