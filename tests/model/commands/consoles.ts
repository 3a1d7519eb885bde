import fc from 'fast-check';
import { chosenPresences } from '@/lib/domain/employees/presence';
import { workers } from '../company';
import { command } from './model';
import { isAtConsole } from './people';

const who = fc.constantFrom(...workers);

/** Signs in, begins the shift and is available. */
export const comesToWork = command('comes to work', fc.record({ who }), {
  changes: ({ consoles }, { who: name }) => {
    consoles[name] = 'open';
  },
  happen: ({ house }, { who: name }) => house.people[name].comesToWork(),
});

/** The browser is gone, with its telephone. */
export const browserDies = command('browser dies', fc.record({ who }), {
  mayHappen: ({ consoles }, { who: name }) => consoles[name] !== undefined,
  changes: ({ consoles }, { who: name }) => {
    delete consoles[name];
  },
  happen({ house }, { who: name }) {
    const person = house.people[name];
    person.closesConsole();
    if (person.hasBrowserPhone) person.hangsUpPhone();
  },
});

/** The tab is put to sleep, its telephone too; or wakes up. */
export const freezes = command('tab freezes', fc.record({ who }), {
  mayHappen: isAtConsole,
  changes: ({ consoles }, { who: name }) => {
    consoles[name] = 'frozen';
  },
  happen: ({ house }, { who: name }) => {
    house.people[name].isFrozen = true;
  },
});

export const wakesUp = command('tab wakes up', fc.record({ who }), {
  mayHappen: ({ consoles }, { who: name }) => consoles[name] === 'frozen',
  changes: ({ consoles }, { who: name }) => {
    consoles[name] = 'open';
  },
  async happen({ house }, { who: name }) {
    house.people[name].isFrozen = false;
    await house.people[name].beats();
  },
});

const choice = fc.record({
  who,
  chosen: fc.constantFrom(...chosenPresences, 'available', 'available', 'available', 'available'),
  substituteId: fc.option(fc.constantFrom(...workers), { freq: 2 }),
});

export const choosesPresence = command('chooses presence', choice, {
  mayHappen: isAtConsole,
  happen({ house }, { who: name, chosen, substituteId }) {
    const body = chosen === 'absent' && substituteId !== name ? { chosen, substituteId } : { chosen };
    return house.people[name].change('/presence', body, 'PUT');
  },
});

export const afterCall = command(
  'after a call',
  fc.record({ who, change: fc.constantFrom('extend', 'end') }),
  {
    mayHappen: isAtConsole,
    happen: ({ house }, { who: name, change }) =>
      house.people[name].change('/presence/after-call', { change }),
  },
);

/** The last change is sent once more under its key. */
export const repeats = command('sends again', fc.record({ who }), {
  mayHappen: isAtConsole,
  happen: ({ house }, { who: name }) => house.people[name].repeat(),
});
