import { describe, expect, test } from 'vitest';
import { currentWelcomeCall } from './catalog';
import { folderOfArchiMed, folderTold, hungUp, picked, romashka, saidGoodbye, Talk, typed } from './testing';
import { welcomeCallWording } from './welcome-call.wording';
import { factsOf, fillIn } from './wording';

const welcome = (subject: Partial<typeof folderOfArchiMed> = {}) =>
  new Talk({ subject: { ...folderOfArchiMed, ...subject } }, currentWelcomeCall).say(picked(romashka));

describe('the welcome call (ON-4)', () => {
  test('says the approved words with the names in them', () => {
    const { conversation } = welcome();
    const { ru } = fillIn(welcomeCallWording.greeting, factsOf(conversation));
    expect(ru).toBe(
      'Здравствуйте! Меня зовут, Анна, компания MLS IT (эМэЛэС АиТи) по программному продукту ArchiMed+. От лица нашей компании от всей души поздравляю Вас с покупкой нашего программного обеспечения, мы со своей стороны постараемся, что бы Вы получили только позитивные эмоции от работы с нами.',
    );
  });

  test('writes the e-mail down, tells the day, and leaves a next reaction on oneself for it (ON-5)', () => {
    const talk = welcome().say({ type: 'caller.couldTalk' }, { type: 'caller.heardOut' });
    expect(talk.step).toMatchObject({ name: 'askingEmail', answers: [{ missing: ['email'] }, {}] });
    talk.say(folderTold, { type: 'manager.tookDownEmail' }, { type: 'manager.toldDelivery' }, saidGoodbye);
    expect(talk.told).toEqual([
      'card: existing romashka',
      'appeal: new знакомство с клиентом',
      'reaction: outgoingCall',
      'next: manager onDay',
      'route: welcomed',
      'hangUp',
      'finish: welcomeSaid',
    ]);
  });

  test('takes no impossible e-mail, and no day that has passed or is too far ahead', () => {
    const talk = welcome().say({ type: 'caller.couldTalk' }, { type: 'caller.heardOut' });
    talk.say(typed({ email: 'ivanov@' }));
    expect(talk.tell({ type: 'manager.tookDownEmail' })).toMatchObject({ missing: ['email'] });
    talk.say({ type: 'caller.gaveNoEmail' }, typed({ deliveryOn: '2026-10-31' }));
    expect(talk.tell({ type: 'manager.toldDelivery' })).toMatchObject({ missing: ['deliveryOn'] });
    talk.say(typed({ deliveryOn: '2027-01-31' }));
    expect(talk.tell({ type: 'manager.toldDelivery' })).toMatchObject({ missing: ['deliveryOn'] });
    talk.say(typed({ deliveryOn: '2026-11-01' }), { type: 'manager.toldDelivery' });
    expect(talk.conversation.draft).toMatchObject({ email: '', deliveryOn: '2026-11-01' });
  });

  test('of a client without a parcel agrees on when to call again (ON-0)', () => {
    const talk = welcome({ hasParcel: false }).say(
      { type: 'caller.couldTalk' },
      { type: 'caller.heardOut' },
      folderTold,
      { type: 'manager.tookDownEmail' },
      { type: 'manager.agreedOn', due: 'inAWeek' },
      saidGoodbye,
    );
    expect(talk.told).toContain('next: manager inAWeek');
    expect(talk.told).toContain('route: welcomedWithoutParcel');
  });

  test('that breaks off is finished by whoever led it, with what was told so far', () => {
    const talk = welcome().say({ type: 'caller.couldTalk' }, { type: 'caller.heardOut' }, folderTold, hungUp);
    expect(talk.step).toMatchObject({ callerLeft: true, ended: false });
    talk.say({ type: 'manager.tookDownEmail' }, { type: 'manager.toldDelivery' }, saidGoodbye);
    expect(talk.told.at(-1)).toBe('finish: finishedAfterHangUp');
  });
});
