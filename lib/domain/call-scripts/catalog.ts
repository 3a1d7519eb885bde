import type { CallScript } from './call-script';
import { inboundCall } from './inbound-call.script';
import { outgoingCall } from './outgoing-call.script';

export type ScriptRef = { id: string; version: number };

/** Charts of one vocabulary: whoever runs one sees the states of the first. */
const released = [
  inboundCall,
  { ...outgoingCall, machine: outgoingCall.machine as never as typeof inboundCall.machine },
] as const;

export const callScripts: readonly CallScript[] = released;

/** The script every new inbound call runs. */
export const currentInboundCall: ScriptRef = { id: inboundCall.id, version: inboundCall.version };

/** The script of every call we place, once it is answered. */
export const currentOutgoingCall: ScriptRef = { id: outgoingCall.id, version: outgoingCall.version };

/** The newest released chart of this id. */
export function newestCallScript(id: string) {
  return released.filter((script) => script.id === id).at(-1);
}

/** The released chart of this id and version; undefined when no chart of that version is kept any more. */
export function callScriptOf(ref: ScriptRef) {
  return released.find((script) => script.id === ref.id && script.version === ref.version);
}

/** The keys a published wording of the script must have. */
export const wordingKeysOf = (script: CallScript) => Object.keys(script.wording);
