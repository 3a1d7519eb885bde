import type { Call } from './call.ts';
import type { Line } from './line.ts';

const PLACES = ['City', 'State', 'Zip', 'Country'];

/** The parameters that every request about a call carries (`CallStatus` may be overridden by the caller). */
export function callParameters(line: Line, call: Call): Record<string, string> {
  const parameters: Record<string, string> = {
    AccountSid: line.settings.accountSid,
    ApiVersion: '2010-04-01',
    CallSid: call.sid,
    CallStatus: call.status,
    Direction: call.direction,
    From: call.from,
    To: call.to,
    Caller: call.from,
    Called: call.to,
  };
  for (const side of ['From', 'To', 'Caller', 'Called'])
    for (const place of PLACES) parameters[side + place] = '';
  const optional = {
    ForwardedFrom: call.forwardedFrom,
    CallerName: call.callerName,
    ParentCallSid: call.parentCallSid,
    CallToken: call.callToken,
    StirVerstat: call.stirVerstat,
    ApplicationSid: call.applicationSid,
  };
  for (const [name, value] of Object.entries(optional)) if (value !== null) parameters[name] = value;
  return parameters;
}
