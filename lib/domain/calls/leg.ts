/** The caller's own leg in the room. */
export const callerLabel = 'caller';

/** An employee's leg in the caller's room; a claim's generation makes it unique, so a label joins and leaves once. */
export const legLabel = (employeeId: string, generation: number) => `agent_${employeeId}_${generation}`;

/** The leg of a telephone that is not ours: an outside number asked into the caller's room. */
export const outsideLabel = (generation: number) => `ext_${generation}`;

export const isOutsideLabel = (label: string) => /^ext_\d+$/.test(label);

/** The leg of somebody who is in another's conversation (S5); it stays theirs when they take the call over. */
export const supervisorLabel = (employeeId: string, generation: number) => `sup_${employeeId}_${generation}`;

export const isSupervisorLabel = (label: string) => /^sup_.+_\d+$/.test(label);

/** Whose leg it is, of everybody of ours. */
export function readLegLabel(label: string): { employeeId: string; generation: number } | null {
  const match = /^(?:agent|sup)_(.+)_(\d+)$/.exec(label);
  return match ? { employeeId: match[1]!, generation: Number(match[2]) } : null;
}

/** By what name a person's browser is known to the phone provider: letters, digits and underscores. */
export const identityOf = (employeeId: string) => `agent_${employeeId}`;

/** The person behind the `From` of a browser's call; null for any other line. */
export function readIdentity(from: string): string | null {
  return /^client:agent_(\w{1,100})$/.exec(from)?.[1] ?? null;
}
