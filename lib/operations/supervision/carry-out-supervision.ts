import { getCallClaim, insertCallClaim } from '@/db/call-claims';
import { getCallSupervision, insertCallSupervision, updateCallSupervision } from '@/db/call-supervisions';
import { type CallRow, updateCall } from '@/db/calls';
import { getEmployee } from '@/db/employees';
import { insertPhoneCommand, listOpenPhoneCommands, updatePhoneCommandsVoid } from '@/db/phone-commands';
import type { CallEffect } from '@/lib/domain/calls/call-effect';
import { keptContextOf } from '@/lib/operations/calls/kept-context';
import type { Context, Tx } from '@/lib/operations/context';

const types = [
  'joinSupervisor',
  'supervise',
  'dropSupervisor',
  'recordSupervision',
  'recordSupervisorJoin',
  'recordSupervisionMode',
  'recordSupervisionEnd',
  'takeClaimOver',
] as const satisfies CallEffect['type'][];
type SupervisionEffect = Extract<CallEffect, { type: (typeof types)[number] }>;

export const isOfSupervision = (effect: CallEffect): effect is SupervisionEffect =>
  (types as readonly string[]).includes(effect.type);

/** Rows and commands of who is in another's conversation (S5). */
export async function carryOutSupervision(
  tx: Tx,
  context: Context,
  call: CallRow,
  effect: SupervisionEffect,
): Promise<void> {
  const { generation } = effect as { generation: number };
  switch (effect.type) {
    case 'joinSupervisor': {
      const { conferenceSid, label, mode, timeoutSeconds } = effect;
      const to = (await getEmployee(tx, effect.employeeId))?.phone;
      if (!to) return;
      const from = call.calledNumber;
      const coachCallSid = await coachedLegOf(tx, call);
      const dialled = { conferenceSid, label, to, from, generation, timeoutSeconds, mode, coachCallSid };
      const command = { type: 'joinSupervisor', ...dialled } as const;
      return insertPhoneCommand(tx, { callId: call.id, command, createdAt: context.now() });
    }
    case 'supervise': {
      const command = { ...effect, coachCallSid: await coachedLegOf(tx, call) };
      return insertPhoneCommand(tx, { callId: call.id, command, createdAt: context.now() });
    }
    case 'dropSupervisor':
      return dropSupervisor(tx, context, call, generation);
    case 'recordSupervision': {
      const { type: _, mode, at, ...row } = effect;
      const supervisedId = call.claimedBy ?? '';
      const modes = [{ mode, at }];
      return insertCallSupervision(tx, { ...row, callId: call.id, supervisedId, modes, startedAt: at });
    }
    case 'recordSupervisorJoin': {
      const { at: joinedAt, legCallSid } = effect;
      return updateCallSupervision(tx, call.id, generation, { joinedAt, ...(legCallSid && { legCallSid }) });
    }
    case 'recordSupervisionMode': {
      const row = await getCallSupervision(tx, call.id, generation);
      const modes = [...(row?.modes ?? []), { mode: effect.mode, at: effect.at }];
      return updateCallSupervision(tx, call.id, generation, { modes });
    }
    case 'recordSupervisionEnd':
      return updateCallSupervision(tx, call.id, generation, { endedAt: effect.at, endReason: effect.reason });
    case 'takeClaimOver':
      return takeClaimOver(tx, context, call, effect);
  }
}

/** The leg of the person on the line, who alone hears a whisper. */
export async function coachedLegOf(tx: Tx, call: CallRow): Promise<string | null> {
  const generation = keptContextOf(call).claim?.generation;
  return generation === undefined
    ? null
    : ((await getCallClaim(tx, call.id, generation))?.legCallSid ?? null);
}

async function dropSupervisor(tx: Tx, context: Context, call: CallRow, generation: number): Promise<void> {
  const now = context.now();
  const waiting = await listOpenPhoneCommands(tx, call.id);
  const joins = waiting.filter(
    ({ command }) => command.type === 'joinSupervisor' && command.generation === generation,
  );
  await updatePhoneCommandsVoid(
    tx,
    joins.map(({ id }) => id),
    now,
  );
  const callSid = (await getCallSupervision(tx, call.id, generation))?.legCallSid;
  if (!callSid) return;
  await insertPhoneCommand(tx, { callId: call.id, command: { type: 'endCall', callSid }, createdAt: now });
}

async function takeClaimOver(
  tx: Tx,
  context: Context,
  call: CallRow,
  effect: CallEffect & { type: 'takeClaimOver' },
): Promise<void> {
  const { generation, employeeId, label, phoneKind, isHandedOver } = effect;
  const now = context.now();
  const supervision = await getCallSupervision(tx, call.id, generation);
  await insertCallClaim(tx, {
    callId: call.id,
    generation,
    employeeId,
    purpose: isHandedOver ? 'handOver' : 'takeOver',
    claimedAt: now,
    expiresAt: now,
    label,
    phoneKind,
    legCallSid: supervision?.legCallSid ?? null,
    joinedAt: now,
  });
  await updateCall(tx, call.id, { claimedAt: now });
}
