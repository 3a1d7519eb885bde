import { describe, expect, test } from 'vitest';
import {
  archiMed,
  hungUp,
  kotov,
  named,
  nobodyTookIt,
  petrov,
  picked,
  romashka,
  saidGoodbye,
  Talk,
  toldEverything,
  typed,
  wentBackTo,
  wholeCard,
} from './testing';

describe('what the answers still need', () => {
  const asking = () => new Talk().say({ type: 'caller.askedAboutProducts' });

  test('IN-2: the hand-over waits for name, city, contact person and phone', () => {
    const talk = asking();
    expect(talk.tell({ type: 'manager.confirmedCard' })).toMatchObject({
      ok: false,
      reason: 'missing',
      missing: ['name', 'city', 'contactPerson', 'phone'],
    });
    expect(talk.step.answers[0]).toMatchObject({
      possible: false,
      missing: ['name', 'city', 'contactPerson', 'phone'],
    });
  });

  test('IN-2: the dash is an answer, blanks are none', () => {
    const talk = asking().say(wholeCard, typed({ card: { contactPerson: '—', city: '  ' } }));
    expect(talk.step.answers[0]?.missing).toEqual(['city']);
  });

  test('IN-2: on an existing card only its missing fields are asked', () => {
    const talk = asking().say(picked({ ...romashka, contactPerson: '' }));
    expect(talk.step.answers[0]?.missing).toEqual(['contactPerson']);
  });

  test('CARD: the topic is required, project and note are not', () => {
    const talk = asking().say(
      wholeCard,
      { type: 'manager.confirmedCard' },
      typed({ appeal: { topic: ' ' } }),
    );
    expect(talk.tell({ type: 'manager.describedAppeal' })).toMatchObject({ ok: false, missing: ['topic'] });
  });

  test('IN-4: a support call of a client never makes a new card', () => {
    const talk = new Talk().say({ type: 'caller.askedForSupport' }, { type: 'caller.wasClient' }, wholeCard);
    expect(talk.tell({ type: 'manager.confirmedCard' })).toMatchObject({
      ok: false,
      missing: ['existingCard'],
    });
  });

  test('IN-4: a prospect chosen at the last moment keeps the closing shut', () => {
    const talk = new Talk().say(
      { type: 'caller.askedForSupport' },
      { type: 'caller.wasClient' },
      picked(romashka),
      { type: 'manager.confirmedCard' },
      { type: 'manager.describedAppeal' },
      picked(petrov),
    );
    expect(talk.tell(saidGoodbye)).toMatchObject({ ok: false, reason: 'missing', missing: ['clientCard'] });
  });

  test('IN-9: a complaint needs the words and whose work caused it', () => {
    const talk = new Talk().say({ type: 'caller.complained' });
    expect(talk.tell({ type: 'manager.tookDownComplaint' })).toMatchObject({
      missing: ['complaintText', 'complaintDepartment'],
    });
  });
});

describe('what the records will say', () => {
  const planOf = (talk: Talk) => talk.effects.find((effect) => effect.type === 'writeRecords')!.plan;

  test('CARD: a new card is a prospect of category «Клиент», its appeal of type «Клиентский отдел»', () => {
    const talk = new Talk({ callerPhone: '8 (3842) 55-55-55' }).say(
      { type: 'caller.askedAboutProducts' },
      typed({
        card: { name: ' ООО «Василёк» ', city: 'Кемерово', contactPerson: '—' },
        appeal: { note: 'спешит' },
        note: 'перезвонить после обеда',
      }),
      { type: 'manager.confirmedCard' },
      { type: 'manager.describedAppeal' },
      saidGoodbye,
    );
    expect(planOf(talk)).toEqual({
      counterparty: {
        use: 'new',
        status: 'prospect',
        fields: {
          name: 'ООО «Василёк»',
          category: 'Клиент',
          city: 'Кемерово',
          contactPerson: '—',
          phone: '8 (3842) 55-55-55',
          phoneExtension: '',
        },
      },
      appeal: { use: 'new', topic: 'запрос цен', type: 'Клиентский отдел', project: null, note: 'спешит' },
      reaction: { type: 'incomingCall', topic: 'запрос цен', note: 'перезвонить после обеда' },
      nextReactions: [{ responsible: { kind: 'department', departmentKind: 'sales' }, dueSetting: 'minute' }],
    });
  });

  test('IN-2: an existing card is completed where it has gaps and left alone where it has none', () => {
    const talk = new Talk({ callerPhone: '8 383 765-43-21' }).say(
      { type: 'caller.askedAboutProducts' },
      picked({ ...romashka, city: '' }),
      typed({ card: { name: 'Ромашка плюс', city: 'Новосибирск' } }),
      { type: 'manager.confirmedCard' },
      { type: 'manager.describedAppeal' },
      saidGoodbye,
    );
    expect(planOf(talk).counterparty).toEqual({
      use: 'existing',
      id: 'romashka',
      complete: { city: 'Новосибирск' },
    });
  });

  test('IN-4: the reaction asks management to confirm the prospect as a client', () => {
    const talk = new Talk().say(
      { type: 'caller.askedForSupport' },
      { type: 'caller.wasClient' },
      picked(petrov),
      { type: 'manager.askedToConfirmClient' },
      { type: 'manager.describedAppeal' },
      saidGoodbye,
    );
    expect(planOf(talk).reaction.note).toBe('Менеджменту: подтвердить, что это клиент.');
  });

  test('IN-8: an open appeal of another card cannot be chosen', () => {
    const talk = new Talk().say({ type: 'caller.askedAboutProducts' }, picked(romashka));
    const appeal = { id: 'a1', counterpartyId: 'petrov', topic: 'чужое', project: null };
    expect(talk.tell({ type: 'manager.choseAppeal', appeal })).toMatchObject({ reason: 'notPossibleNow' });
  });

  test('IN-8: another card lets go of the open appeal of the former one', () => {
    const appeal = { id: 'a1', counterpartyId: 'romashka', topic: 'не печатает', project: null };
    const talk = new Talk().say(picked(romashka), { type: 'manager.choseAppeal', appeal }, picked(petrov));
    expect(talk.conversation.draft.chosenAppeal).toBeNull();
  });

  test('IN-10: a complaint that comes back keeps its two next reactions whatever department is tried', () => {
    const talk = new Talk().say(
      { type: 'caller.complained' },
      typed({ complaint: { text: 'хамят', departmentKind: 'sales' } }),
      { type: 'manager.tookDownComplaint' },
      picked(romashka),
      { type: 'manager.confirmedCard' },
      { type: 'manager.describedAppeal' },
      { type: 'manager.choseDepartment', departmentKind: 'sales' },
      saidGoodbye,
      ...nobodyTookIt,
      { type: 'manager.choseAnotherDepartment', departmentKind: 'management' },
      saidGoodbye,
    );
    expect(talk.told.filter((line) => line.startsWith('reroute'))).toEqual([]);
  });
});

describe('the topic', () => {
  test('CARD: follows the project until somebody types one', () => {
    const talk = new Talk().say({ type: 'caller.askedAboutProducts' }, archiMed);
    expect(talk.conversation.draft.appeal.topic).toBe('запрос цен по ArchiMed+');
    talk.say(typed({ appeal: { topic: 'скидка на второй ключ' } }), typed({ appeal: { project: null } }));
    expect(talk.conversation.draft.appeal.topic).toBe('скидка на второй ключ');
  });

  test('CARD: follows the purpose when the manager goes back and chooses another', () => {
    const talk = new Talk().say({ type: 'caller.askedAboutProducts' }, wentBackTo('greeting'), {
      type: 'caller.proposedCooperation',
    });
    expect(talk.conversation.draft.appeal.topic).toBe('предложение о сотрудничестве');
  });
});

describe('going back', () => {
  test('jumps only to a step that led here', () => {
    const talk = new Talk().say({ type: 'caller.askedAboutProducts' });
    expect(talk.tell(wentBackTo('findingCard'))).toMatchObject({ reason: 'notPossibleNow' });
    expect(talk.tell(wentBackTo('fillingCard'))).toMatchObject({ reason: 'notPossibleNow' });
  });

  test('is over once the goodbye is said', () => {
    const talk = new Talk().say({ type: 'caller.askedAboutProducts' }, ...toldEverything, saidGoodbye);
    expect(talk.tell(wentBackTo('greeting'))).toMatchObject({ reason: 'notPossibleNow' });
    talk.say(...nobodyTookIt);
    expect(talk.tell(wentBackTo('greeting'))).toMatchObject({ reason: 'notPossibleNow' });
  });

  test('IN-10: reaches the choices after a return, not what was before it', () => {
    const talk = new Talk().say(
      { type: 'caller.askedForSalesManager' },
      named(kotov),
      saidGoodbye,
      ...nobodyTookIt,
      { type: 'manager.promisedCallBack' },
    );
    expect(talk.tell(wentBackTo('greeting'))).toMatchObject({ reason: 'notPossibleNow' });
    talk.say(wentBackTo('returned'), { type: 'manager.endedCall' }, saidGoodbye);
    expect(talk.step.name).toBe('endedByManager');
  });

  test('IN-9: from the complaint exit leads to what was decided before it', () => {
    const talk = new Talk().say(
      { type: 'caller.askedForSupport' },
      { type: 'caller.wasClient' },
      picked(romashka),
      { type: 'caller.complained' },
      typed({ complaint: { text: 'ой, нет', departmentKind: 'support' } }),
      wentBackTo('findingCard'),
      { type: 'manager.confirmedCard' },
      { type: 'manager.describedAppeal' },
      saidGoodbye,
    );
    expect(talk.told).toContain('route: support');
  });

  test('IN-4: from «neither» to the search lets the caller be a client after all', () => {
    const talk = new Talk().say(
      { type: 'caller.askedForSupport' },
      { type: 'caller.wasClient' },
      { type: 'manager.foundNoCard' },
      wentBackTo('findingCard'),
      picked(romashka),
      { type: 'manager.confirmedCard' },
      { type: 'manager.describedAppeal' },
      saidGoodbye,
    );
    expect(talk.told).toContain('route: support');
  });
});

describe('a caller who is gone (IN-6)', () => {
  test('marks the step as unfinished and asks for no spoken words', () => {
    const talk = new Talk().say({ type: 'caller.askedAboutProducts' }, ...toldEverything, hungUp);
    expect(talk.step).toMatchObject({ name: 'closing', kind: 'told', callerLeft: true });
    expect(talk.step.tags).toContain('unfinished');
  });

  test('hangs up only once', () => {
    expect(new Talk().say(hungUp).tell(hungUp)).toMatchObject({ ok: false, reason: 'notPossibleNow' });
  });

  test('after a return may still be promised a call back, but not tried again', () => {
    const talk = new Talk().say(
      { type: 'caller.askedAboutProducts' },
      ...toldEverything,
      saidGoodbye,
      ...nobodyTookIt,
      hungUp,
    );
    expect(talk.tell({ type: 'manager.triedAgain' })).toMatchObject({ reason: 'notPossibleNow' });
    talk.say({ type: 'manager.promisedCallBack' }, saidGoodbye);
    expect(talk.step.name).toBe('finishedAfterHangUp');
  });

  test('is hung up on when the manager discards a call that still runs', () => {
    const talk = new Talk().say({ type: 'manager.discarded', reason: 'оскорбления' });
    expect(talk.told).toEqual(['hangUp', 'finish: discarded']);
  });
});

test('IN-10: typing after the records are written reaches only the note', () => {
  const talk = new Talk().say({ type: 'caller.askedAboutProducts' }, ...toldEverything, saidGoodbye);
  expect(talk.tell(typed({ card: { city: 'Томск' } }))).toMatchObject({ reason: 'notPossibleNow' });
  expect(talk.tell(picked(romashka))).toMatchObject({ reason: 'notPossibleNow' });
  talk.say(typed({ note: 'спросить про скидку' }));
  expect(talk.conversation.draft.note).toBe('спросить про скидку');
});

test('IN-9: after the records are written no second act can be begun by a complaint', () => {
  const talk = new Talk().say(
    { type: 'caller.askedAboutProducts' },
    ...toldEverything,
    saidGoodbye,
    ...nobodyTookIt,
  );
  expect(talk.tell({ type: 'caller.complained' })).toMatchObject({ reason: 'notPossibleNow' });
});
