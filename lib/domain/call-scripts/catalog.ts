import type { CallScript } from './call-script';
import { inboundCall } from './inbound-call.script';
import { outgoingCall } from './outgoing-call.script';
import { satisfactionRound } from './satisfaction-round.script';
import { welcomeCall } from './welcome-call.script';
import { type Fact, usualFacts } from './wording';

export type ScriptRef = { id: string; version: number };

/** Charts of one vocabulary: whoever runs one sees the states of the first. */
const released = [
  inboundCall,
  { ...outgoingCall, machine: outgoingCall.machine as never as typeof inboundCall.machine },
  { ...welcomeCall, machine: welcomeCall.machine as never as typeof inboundCall.machine },
  { ...satisfactionRound, machine: satisfactionRound.machine as never as typeof inboundCall.machine },
] as const;

export const callScripts: readonly CallScript[] = released;

/** The script every new inbound call runs. */
export const currentInboundCall: ScriptRef = { id: inboundCall.id, version: inboundCall.version };

/** The script of every call we place, once it is answered. */
export const currentOutgoingCall: ScriptRef = { id: outgoingCall.id, version: outgoingCall.version };

/** The script of the first call to a client who has paid (ON-4). */
export const currentWelcomeCall: ScriptRef = { id: welcomeCall.id, version: welcomeCall.version };
/** The script of a satisfaction round (SA-1). */
export const currentSatisfactionRound: ScriptRef = {
  id: satisfactionRound.id,
  version: satisfactionRound.version,
};

/** Whether calls of this script are about one client, so that what is said is of that client's card and no other (ON-4, SA-1). */
export const isOfOneClient = (scriptId: string | null) =>
  scriptId === currentWelcomeCall.id || scriptId === currentSatisfactionRound.id;

/** The script a call is led by: the one it was placed with, else that of its direction. */
export function currentScriptOf(call: {
  direction: 'inbound' | 'outbound';
  scriptId: string | null;
}): ScriptRef {
  const own = call.scriptId === null ? undefined : newestCallScript(call.scriptId);
  if (own) return { id: own.id, version: own.version };
  return call.direction === 'outbound' ? currentOutgoingCall : currentInboundCall;
}

/** The newest released chart of this id. */
export function newestCallScript(id: string) {
  return released.filter((script) => script.id === id).at(-1);
}

/** The released chart of this id and version; undefined when no chart of that version is kept any more. */
export function callScriptOf(ref: ScriptRef) {
  return released.find((script) => script.id === ref.id && script.version === ref.version);
}

/** What the words of a script may name. */
export const factsOfWording = (script: CallScript): readonly Fact[] => script.facts ?? usualFacts;

/** The keys a published wording of the script must have. */
export const wordingKeysOf = (script: CallScript) => Object.keys(script.wording);
