import fc from 'fast-check';
import type { ReportedEvent } from '@/lib/domain/call-scripts/events';
import type { CallView } from '@/lib/domain/calls/call-view';
import { knownCallers, workers } from '../company';
import type { WorkerAtDesk } from '../worker-at-desk';
import { command, pick } from './model';
import { isAnybodyThere, nth, personOf, somebody } from './people';

const typed: ReportedEvent[] = [
  {
    type: 'manager.filledIn',
    patch: {
      card: { name: 'ООО «Василёк»', city: 'Кемерово', contactPerson: '—', phone: knownCallers[0] },
    },
  },
  { type: 'manager.filledIn', patch: { complaint: { text: 'Не печатает', departmentKind: 'support' } } },
  { type: 'manager.filledIn', patch: { card: { phone: 'не телефон' }, note: '<b>\u0007' } },
  { type: 'manager.filledIn', patch: { appeal: { topic: 'Картридж', note: 'ё'.repeat(300) } } },
  { type: 'caller.saidSomethingElse', words: 'Ошиблись номером?' },
];

/** The conversation they lead, as their screen shows it. */
async function conversationOf(person: WorkerAtDesk, which: number): Promise<CallView | null> {
  const led = (await person.calls()).filter(({ saidSoFar }) => saidSoFar !== null);
  const call = pick(led, which);
  if (!call) return null;
  const { status, answer } = await person.read(`/calls/${call.id}`);
  return status === 200 ? (answer as CallView) : null;
}

const say = (person: WorkerAtDesk, callId: string, step: string, event: object) =>
  person.change(`/calls/${callId}/call-script/events`, { step, event });

export const answers = command(
  'answers',
  fc.record({ who: somebody, which: nth, choice: fc.nat(20), fills: fc.nat(3) }),
  {
    mayHappen: isAnybodyThere,
    async happen(world, { who: one, which, choice, fills }) {
      const person = await personOf(world, 'leading', one);
      if (!person) return;
      const view = await conversationOf(person, which);
      const step = view?.conversation?.step;
      if (!view || !step) return;
      if (fills > 0) for (const event of typed.slice(0, 2)) await say(person, view.id, step.name, event);
      const chosen = pick(step.answers, choice);
      if (!chosen) return;
      const needs = chosen.needs ? { employeeId: pick(workers, choice) } : {};
      await say(person, view.id, step.name, { ...chosen.event, ...needs });
    },
  },
);

export const types = command(
  'types',
  fc.record({ who: somebody, which: nth, what: fc.nat(typed.length - 1) }),
  {
    mayHappen: isAnybodyThere,
    async happen(world, { who: one, which, what }) {
      const person = await personOf(world, 'leading', one);
      if (!person) return;
      const view = await conversationOf(person, which);
      if (view?.conversation) await say(person, view.id, view.conversation.step.name, typed[what]!);
    },
  },
);

export const goesBack = command(
  'goes back',
  fc.record({ who: somebody, which: nth, to: fc.nat(9), isStale: fc.boolean() }),
  {
    mayHappen: isAnybodyThere,
    async happen(world, { who: one, which, to, isStale }) {
      const person = await personOf(world, 'leading', one);
      if (!person) return;
      const view = await conversationOf(person, which);
      if (!view?.conversation) return;
      const { trail, step } = view.conversation;
      const event = { type: 'manager.wentBack', to: pick(trail, to) };
      await say(person, view.id, isStale ? trail[0]! : step.name, event);
    },
  },
);

const endings = ['hand-over', 'hand-over', 'discard', 'take-over'] as const;

/** Through the closing words, or past them. */
export const ends = command(
  'ends',
  fc.record({ who: somebody, which: nth, how: fc.constantFrom(...endings) }),
  {
    mayHappen: isAnybodyThere,
    async happen(world, { who: one, which, how }) {
      const person = await personOf(world, 'leading', one);
      if (!person) return;
      const view = await conversationOf(person, which);
      if (view)
        await person.change(`/calls/${view.id}/${how}`, how === 'discard' ? { reason: 'не нужно' } : {});
    },
  },
);

export const leadAct = command(
  'lead',
  fc.record({ who: somebody, which: nth, act: fc.constantFrom('accept', 'decline') }),
  {
    mayHappen: isAnybodyThere,
    async happen(world, { who: one, which, act }) {
      const person = await personOf(world, 'leading', { ...one, isAnybody: true });
      if (!person) return;
      const { answer } = await person.read('/leads');
      const lead = pick((answer as { waiting?: { id: string }[] })?.waiting ?? [], which);
      if (lead) await person.change(`/leads/${lead.id}/${act}`, act === 'decline' ? { reason: 'занят' } : {});
    },
  },
);
