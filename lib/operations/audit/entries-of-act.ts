import {
  type AuditDetails,
  type AuditEntry,
  type AuditedChange,
  idOrNothing,
  type RecordedChange,
} from '@/lib/domain/audit/audit-entry';
import { requestSubject } from '@/lib/domain/audit/request-subject';
import type { News } from '@/lib/operations/context';

const mostChanges = 20;
const mostFields = 40;

type Act = Pick<AuditEntry, 'at' | 'employeeId' | 'via'>;

/** The one entry of a request that changed something, or was refused and kept on record. */
export function entryOfRequest(
  act: Act & { digests: Record<string, string> },
  request: { operation: string; input: unknown; answer: unknown; refusedWith: string | null },
  { told, changed }: { told: readonly News[]; changed: readonly AuditedChange[] },
): AuditEntry {
  const changes = changed.map(withoutValues);
  const details: AuditDetails = {
    ...(request.refusedWith === null ? {} : { code: request.refusedWith }),
    ...(changes.length === 0 ? {} : { changes: changes.slice(0, mostChanges) }),
  };
  return {
    ...act,
    kind: request.refusedWith === null ? 'changed' : 'refused',
    operation: request.operation,
    ...requestSubject({
      path: request.operation,
      input: request.input,
      answer: request.answer,
      told,
      changes,
    }),
    details,
  };
}

/** An entry for each thing that was changed by no request: by our own clock, or by a command of the shell. */
export function entriesOfChanges(act: Act, changed: readonly RecordedChange[]): AuditEntry[] {
  return changed.map((recorded) => {
    const change = withoutValues(recorded);
    return {
      ...act,
      employeeId: recorded.employeeId ?? act.employeeId,
      kind: 'changed',
      operation: '',
      subject: change.noun,
      subjectId: change.nounId,
      counterpartyId: change.noun === 'counterparty' ? change.nounId || null : null,
      details: { changes: [change] },
      digests: {},
    };
  });
}

const withoutValues = ({ noun, nounId, fields }: AuditedChange): AuditedChange => ({
  noun,
  nounId: idOrNothing(nounId),
  fields: fields.filter((field) => idOrNothing(field) !== '').slice(0, mostFields),
});
