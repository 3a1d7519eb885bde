import fc from 'fast-check';
import type { MyCall } from '@/lib/domain/calls/call-view';
import { operatePhone, PHONE_MODES } from '@/scripts/line-simulator/line/desk-phone';
import { workers } from '../company';
import type { WorkerAtDesk } from '../worker-at-desk';
import { command, pick, type World } from './model';
import { isAnybodyThere, isAtConsole, nth, personOf, somebody } from './people';

const who = fc.constantFrom(...workers);

const ringing = (calls: MyCall[]) => calls.filter(({ offer }) => offer !== null);

/** Any call at all, also one that is none of theirs. */
async function anyCallId({ house, calls }: World, which: number): Promise<string | undefined> {
  const sid = pick(calls, which)?.sid;
  const { q, t } = house.store.read;
  const rows = await q.select({ id: t.calls.id, callSid: t.calls.callSid }).from(t.calls);
  return rows.find(({ callSid }) => callSid === sid)?.id;
}

async function claims(person: WorkerAtDesk, callId: string, dialsIn: boolean): Promise<void> {
  const { status, answer } = await person.change(`/calls/${callId}/claim`);
  if (status !== 200 || !person.hasBrowserPhone || !dialsIn) return;
  person.dialsIn(callId, (answer as { generation: number }).generation);
}

export const claim = command('claims', fc.record({ who: somebody, which: nth, dialsIn: fc.nat(9) }), {
  mayHappen: isAnybodyThere,
  async happen(world, { who: one, which, dialsIn }) {
    const person = await personOf(world, 'ringing', one);
    if (!person) return;
    const callId = one.isAnybody
      ? await anyCallId(world, which)
      : pick(ringing(await person.calls()), which)?.id;
    if (callId) await claims(person, callId, dialsIn > 0);
  },
});

export const claimAtOnce = command(
  'claim at once',
  fc.record({ who: somebody, other: somebody, which: nth }),
  {
    mayHappen: isAnybodyThere,
    async happen(world, { who: one, other, which }) {
      const people = [await personOf(world, 'ringing', one), await personOf(world, 'ringing', other)];
      const [first, second] = people;
      if (!first || !second || first === second) return;
      const callId = pick(ringing(await first.calls()), which)?.id;
      if (callId) await Promise.all([first, second].map((person) => claims(person, callId, true)));
    },
  },
);

export const decline = command('declines', fc.record({ who: somebody, which: nth }), {
  mayHappen: isAnybodyThere,
  async happen(world, { who: one, which }) {
    const person = await personOf(world, 'ringing', one);
    const callId = person && pick(ringing(await person.calls()), which)?.id;
    if (callId) await person.change(`/calls/${callId}/decline`, { reason: 'anotherClient' });
  },
});

export const phoneMode = command('telephone is', fc.record({ who, mode: fc.constantFrom(...PHONE_MODES) }), {
  happen({ house }, { who: name, mode }) {
    house.people[name].phone.mode = mode;
  },
});

const phoneActs = ['answer', 'busy', 'no-answer', 'hang-up'] as const;

export const phoneAct = command('at the telephone', fc.record({ who, act: fc.constantFrom(...phoneActs) }), {
  happen({ house }, { who: name, act }) {
    operatePhone(house.line, house.people[name].phone, act);
  },
});

/** Their line breaks: the browser's when that is their telephone. */
export const legIsLost = command('leg is lost', fc.record({ who }), {
  happen: ({ house }, { who: name }) => house.people[name].hangsUpPhone(),
});

/** A browser dials in once more, or with a claim that is not its own. */
export const dialsInAgain = command(
  'browser dials in',
  fc.record({ who, which: nth, generation: fc.nat(5) }),
  {
    mayHappen: isAtConsole,
    async happen(world, { who: name, which, generation }) {
      const callId = await anyCallId(world, which);
      if (callId) world.house.people[name].dialsIn(callId, generation);
    },
  },
);
