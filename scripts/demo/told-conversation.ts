import type { Db } from '@/db/store';
import { trailOf } from '@/lib/domain/call-scripts/call-script';
import { currentInboundCall } from '@/lib/domain/call-scripts/catalog';
import type { ScriptEffect } from '@/lib/domain/call-scripts/effects';
import type { ScriptEvent } from '@/lib/domain/call-scripts/events';
import { answer, begin, type Moved } from '@/lib/domain/call-scripts/run';
import type { DemoEmployee } from './company';

type Row<Table extends keyof Db['t']> = Db['t'][Table]['$inferSelect'];

/** A past conversation, led by the call script itself: every event as it was logged, and the run as it was kept. */
export class ToldConversation {
  readonly events: Omit<Row<'callScriptEvents'>, 'id'>[] = [];
  private readonly callId: string;
  private readonly manager: DemoEmployee;
  private readonly startedAt: number;
  private readonly firstStep: string;
  private moved: Moved;
  private updatedAt: number;

  constructor(callId: string, manager: DemoEmployee, callerPhone: string | null, startedAt: number) {
    this.callId = callId;
    this.manager = manager;
    this.startedAt = startedAt;
    this.updatedAt = startedAt;
    this.moved = begin(currentInboundCall, { managerName: manager.presentsAs, callerPhone });
    this.firstStep = this.moved.step.name;
  }

  get step(): string {
    return this.moved.step.name;
  }

  /** Applies an event; what it orders comes back. An event the step does not take is logged as refused. */
  hear(event: ScriptEvent, at: number, by: DemoEmployee | null = this.manager): ScriptEffect[] {
    const step = this.step;
    const result = answer(currentInboundCall, this.moved.snapshot, event);
    if (!result.ok && result.reason === 'unreadable') throw new Error('the call script lost its thread');
    const refused = result.ok ? null : { reason: result.reason, missing: [...result.missing] };
    const nextStep = result.ok ? result.step.name : step;
    const kept = event.type === 'manager.wentBack' ? { type: event.type, to: event.to } : event;
    this.events.push({
      callId: this.callId,
      at,
      employeeId: by?.id ?? null,
      step,
      event: kept,
      nextStep,
      refused,
    });
    this.updatedAt = at;
    if (!result.ok) return [];
    this.moved = result;
    return result.effects;
  }

  /** A step back that the manager takes before answering anew. */
  goBack(to: string, at: number): void {
    const log = this.events.filter(({ refused }) => refused === null);
    this.hear({ type: 'manager.wentBack', to, trail: trailOf(this.firstStep, log) }, at);
  }

  run(): Row<'callScriptRuns'> {
    const { step, snapshot } = this.moved;
    return {
      callId: this.callId,
      scriptId: currentInboundCall.id,
      machineVersion: currentInboundCall.version,
      wordingVersion: 1,
      employeeId: this.manager.id,
      snapshot,
      step: step.name,
      status: step.ended ? 'done' : 'active',
      version: this.events.filter(({ refused }) => refused === null).length,
      startedAt: this.startedAt,
      updatedAt: this.updatedAt,
    };
  }
}
