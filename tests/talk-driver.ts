import type { ReportedEvent } from '@/lib/domain/call-scripts/events';
import { answerCallScript } from '@/lib/operations/call-scripts/answer-call-script';
import { getCallView } from '@/lib/operations/calls/get-call';
import type { TestName } from '@/lib/operations/employees/testing';
import type { TestCall } from './call-driver';

/** A person answering by the call script of one call, at whatever step it stands. */
export function talkOf(call: TestCall, name: TestName) {
  const contextOf = (key?: string) =>
    call.line.world.as(call.line.company.as(name), key ? { key, bodyHash: key } : undefined);
  const view = () => getCallView(contextOf(), { callId: call.callId });
  const at = (step: string, event: ReportedEvent, key?: string) =>
    answerCallScript(contextOf(key), { callId: call.callId, step, event });
  return {
    view,
    at,
    async step() {
      return (await view()).conversation?.step.name;
    },
    async say(...events: ReportedEvent[]) {
      for (const event of events) await at((await view()).conversation!.step.name, event);
      await call.line.dispatch();
    },
  };
}

export const wholeCard = {
  type: 'manager.filledIn',
  patch: {
    card: { name: 'ООО «Василёк»', city: 'Кемерово', contactPerson: '—', phone: '8 (3842) 58-12-34' },
  },
} as const satisfies ReportedEvent;

export const throughTheCard: ReportedEvent[] = [
  wholeCard,
  { type: 'manager.confirmedCard' },
  { type: 'manager.describedAppeal' },
];
