import { type Check, type Evidence, isCaller, type Violation } from './evidence';

/** A person is shown that something could not be done. */
const hasAlarm = ({ commands, calls }: Evidence, callId: string) =>
  commands.some(
    (command) => command.callId === callId && ['needsPerson', 'failed'].includes(command.state),
  ) || calls.some(({ id, quarantinedAt }) => id === callId && quarantinedAt !== null);

/**
 * I8: after a long quiet time no call waits for something that will not come. A caller who is still there talks to somebody,
 * or an alarm is shown; what is over at the line is over here, and nothing rings, waits or is to be sent any more.
 */
export const nobodyIsStranded: Check = (evidence) => {
  const violations: Violation[] = [];
  const violated = (what: string) => violations.push({ invariant: 'I8', what });
  const acknowledged = evidence.line.filter(isCaller).flatMap((atLine) => {
    const row = evidence.calls.find(({ callSid }) => callSid === atLine.sid);
    return row ? [{ atLine, row }] : [];
  });
  for (const { atLine, row } of acknowledged) {
    if (hasAlarm(evidence, row.id)) continue;
    if (atLine.endedAt === null && atLine.company.length === 0) {
      violated(`${row.callSid} (${row.phase}, ${row.endedBy}) is alone at the line`);
    }
    if (atLine.endedAt !== null && row.endedAt === null)
      violated(`${row.callSid} is over, here ${row.phase}`);
    const awaited = evidence.commands.filter(({ callId, endedAt }) => callId === row.id && endedAt === null);
    for (const { command, state, attempts } of awaited) {
      violated(`${row.callSid}: ${command.type} is ${state} after ${attempts} attempts`);
    }
    if (row.endedAt === null) continue;
    if (row.outcomeDecidedAt === null) violated(`${row.callSid} has no outcome`);
    const offers = evidence.offers.filter(({ callId, endedAt }) => callId === row.id && endedAt === null);
    if (offers.length > 0) violated(`${row.callSid} still rings at ${offers.map((each) => each.employeeId)}`);
  }
  return violations;
};

/** I8: nobody of ours is left in an empty room, or with a telephone that rings for nothing. */
export const noLegIsLeft: Check = ({ line }) =>
  line
    .filter(({ endedAt }) => endedAt === null)
    .filter((call) => !isCaller(call))
    .filter(({ company }) => !company.includes('caller'))
    .map(({ sid, status }) => ({ invariant: 'I8', what: `the leg ${sid} is ${status} without a caller` }));
