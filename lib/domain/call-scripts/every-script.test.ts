import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createActor, type SnapshotFrom } from 'xstate';
import { getAdjacencyMap } from 'xstate/graph';
import { roundSubjects } from '@/lib/domain/rounds/round';
import en from '@/lib/i18n/messages/en/callScripts.json';
import ru from '@/lib/i18n/messages/ru/callScripts.json';
import { stages } from './call-script';
import {
  callScriptOf,
  currentInboundCall,
  currentOutgoingCall,
  currentSatisfactionRound,
  currentWelcomeCall,
  factsOfWording,
  wordingKeysOf,
} from './catalog';
import { cardInUse } from './draft';
import { endings, outgoingEndings, roundEndings, welcomeEndings } from './effects';
import { reportedEventSchema, type ScriptEvent } from './events';
import { requirements } from './requirements';
import { routeOf, targetOf } from './route';
import { answer, restore, type ScriptSnapshot } from './run';
import { viewOf } from './step-view';
import {
  archiMed,
  folderOfArchiMed,
  folderTold,
  kotov,
  lis,
  orlova,
  petrov,
  romashka,
  type Said,
  Talk,
  wholeCard,
} from './testing';
import { unknownPlaceholders } from './wording';

/** One of each kind of event, so that every transition can be taken from every state. */
const eventsWith = (steps: readonly string[]): ScriptEvent[] => [
  { type: 'caller.askedAboutProducts' },
  { type: 'caller.askedForSalesManager' },
  { type: 'caller.askedForSupport' },
  { type: 'caller.proposedCooperation' },
  { type: 'caller.wasUnclear' },
  { type: 'caller.askedForEmployee' },
  { type: 'caller.complained' },
  { type: 'caller.hadNoBusiness' },
  { type: 'caller.hadNoBusiness', reason: 'courier' },
  { type: 'caller.namedEmployee', employee: kotov },
  { type: 'caller.namedEmployee', employee: lis },
  { type: 'caller.namedEmployee', employee: { ...orlova, present: false } },
  { type: 'caller.namedNobody' },
  { type: 'caller.wasClient' },
  { type: 'caller.wasDealer' },
  { type: 'caller.wasNeither' },
  { type: 'caller.saidSomethingElse', words: '' },
  wholeCard as ScriptEvent,
  { type: 'manager.filledIn', patch: { complaint: { text: 'не отвечают', departmentKind: 'support' } } },
  { type: 'manager.choseCounterparty', counterparty: romashka },
  { type: 'manager.choseCounterparty', counterparty: petrov },
  { type: 'manager.confirmedCard' },
  { type: 'manager.foundNoCard' },
  { type: 'manager.wentOnAsNeither' },
  { type: 'manager.askedToConfirmClient' },
  { type: 'manager.searchedAgain' },
  { type: 'manager.tookDownComplaint' },
  { type: 'manager.describedAppeal' },
  { type: 'manager.keptCall' },
  { type: 'manager.choseDepartment', departmentKind: 'sales' },
  { type: 'manager.promisedCall' },
  { type: 'manager.saidGoodbye' },
  { type: 'manager.triedAgain' },
  { type: 'manager.choseAnotherDepartment', departmentKind: 'support' },
  { type: 'manager.promisedCallBack' },
  { type: 'manager.endedCall' },
  { type: 'manager.discarded', reason: 'ошибка' },
  { type: 'manager.tookOver', managerName: 'Вера' },
  { type: 'caller.hungUp' },
  { type: 'handOver.answered' },
  { type: 'handOver.failed', reason: 'nobodyAnswered' },
  { type: 'call.returnedToManager', managerName: 'Вера' },
  { type: 'caller.couldTalk' },
  { type: 'caller.askedToCallLater' },
  { type: 'caller.agreed' },
  { type: 'caller.agreedNothing' },
  { type: 'manager.agreedOn', due: 'tomorrow' },
  { type: 'caller.heardOut' },
  { type: 'caller.gaveNoEmail' },
  { type: 'manager.tookDownEmail' },
  { type: 'manager.toldDelivery' },
  folderTold as ScriptEvent,
  ...roundSubjects.flatMap((about): ScriptEvent[] => [
    { type: 'caller.wasSatisfied', about },
    { type: 'caller.wasDissatisfied', about },
  ]),
  { type: 'caller.refusedRound' },
  { type: 'caller.promisedLetter' },
  { type: 'caller.refusedLetter' },
  ...steps.map((to) => ({ type: 'manager.wentBack' as const, to, trail: [...steps, 'closing'] })),
];

/** What comes by itself, and the choices made for a person when the conversation begins: applied without `applyAct`. */
const toldByLine: ReadonlySet<ScriptEvent['type']> = new Set([
  'caller.hungUp',
  'handOver.answered',
  'handOver.failed',
  'call.returnedToManager',
  'manager.tookOver',
  'manager.choseCounterparty',
]);

const scripts = [
  {
    ref: currentInboundCall,
    ends: endings,
    afterStrangeGreeting: 'fillingCard',
    mandatory: ['closing', 'greeting'],
    start: {},
  },
  {
    ref: currentOutgoingCall,
    ends: outgoingEndings,
    afterStrangeGreeting: 'greeting',
    mandatory: ['closing', 'greeting'],
    start: {},
  },
  /** ON-4: approved wording, free ending. */
  {
    ref: currentWelcomeCall,
    ends: welcomeEndings,
    afterStrangeGreeting: 'greeting',
    mandatory: ['greeting', 'introducing'],
    start: { subject: folderOfArchiMed },
  },
  {
    ref: currentSatisfactionRound,
    ends: roundEndings,
    afterStrangeGreeting: 'greeting',
    mandatory: ['closing', 'greeting'],
    start: {},
  },
];

describe.each(scripts)(
  '$ref.id',
  ({ ref, ends, afterStrangeGreeting, mandatory: saidWordForWord, start }) => {
    const script = callScriptOf(ref)!;
    const trail = [...script.steps, 'closing'];
    const events = eventsWith(script.steps);
    const graph = getAdjacencyMap(script.machine, {
      input: { managerName: 'Анна', callerPhone: null, ...start },
      events: events.filter(({ type }) => type !== 'manager.wentBack'),
      serializeState: keyOf,
      serializeEvent: (event) => JSON.stringify(event),
      limit: 100_000,
    });
    const nodes = Object.values(graph);
    const found = new Map<string, ScriptSnapshot>();
    for (const { state } of nodes) {
      const name = String(state.value);
      if (!found.has(name)) found.set(name, state);
    }
    const states = [...found].map(([name, snapshot]) => ({ name, snapshot }));
    const activeStates = states.filter(({ snapshot }) => snapshot.status === 'active');
    const declared = Object.entries(script.machine.config.states ?? {});
    const isEnding = (name: string) => (ends as readonly string[]).includes(name);

    describe('every state', () => {
      test('is reachable', () => {
        expect([...found.keys()].sort()).toEqual(declared.map(([name]) => name).sort());
      });

      test('that has no way on is a declared ending', () => {
        const final = declared.filter(([, state]) => state.type === 'final').map(([name]) => name);
        expect(final.sort()).toEqual([...ends].sort());
      });

      test('comes to an ending by talking on, without a hang-up or a discarded call', () => {
        const ended = endsByTalking();
        const keys = nodes.map(({ state }) => keyOf(state));
        expect(keys.filter((key) => !ended.has(key))).toEqual([]);
      });

      test.each(activeStates)('$name takes a hang-up', ({ snapshot }) => {
        const told = answer(ref, json(snapshot), { type: 'caller.hungUp' });
        expect(told).toMatchObject({ ok: true, step: { callerLeft: true } });
      });

      test.each(activeStates)('$name can be stopped with a reason', ({ snapshot }) => {
        const told = answer(ref, json(snapshot), { type: 'manager.discarded', reason: 'ошиблись' });
        expect(told).toMatchObject({ ok: true, step: { ended: true } });
      });

      test.each(activeStates)('$name orders the line nothing by what the line tells', ({ snapshot }) => {
        const ordered = events
          .filter(({ type }) => toldByLine.has(type))
          .map((event) => answer(ref, json(snapshot), event))
          .flatMap((told) => (told.ok ? told.effects : []));
        expect(ordered.filter(({ type }) => type === 'handOver' || type === 'hangUp')).toEqual([]);
      });

      test.each(activeStates)('$name takes words that none of its answers fit', ({ name, snapshot }) => {
        const told = answer(ref, json(snapshot), { type: 'caller.saidSomethingElse', words: 'а рассрочка?' });
        expect(told).toMatchObject({
          ok: true,
          effects: [{ type: 'keepUnlistedAnswer', words: 'а рассрочка?' }],
          step: { name: name === 'greeting' ? afterStrangeGreeting : name },
        });
      });

      test.each(activeStates)(
        '$name has words, a stage, a tag, and titles in both languages',
        ({ name, snapshot }) => {
          const step = viewOf(snapshot);
          expect(script.wording).toHaveProperty(step.say!);
          expect(stages).toContain(step.stage);
          expect(step.tags).not.toEqual([]);
          expect(ru.steps).toHaveProperty(name);
          expect(en.steps).toHaveProperty(name);
        },
      );

      test.each(states)('$name survives JSON', ({ snapshot }) => {
        const kept = json(snapshot);
        const restored = createActor(script.machine, {
          snapshot: kept,
          input: undefined as never,
        }).getSnapshot();
        expect(JSON.stringify(restored)).toBe(JSON.stringify(snapshot));
        expect(restore(ref, kept)).toMatchObject({ ok: true, step: { name: String(snapshot.value) } });
      });
    });

    describe('every answer', () => {
      const answers = activeStates.flatMap(({ name, snapshot }) =>
        viewOf(snapshot).answers.map((shown) => ({ name, shown, label: shown.label, snapshot })),
      );

      test.each(answers)('$label of $name is an event the door accepts', ({ shown }) => {
        const reported = shown.needs ? { ...shown.event, [shown.needs]: 'x' } : shown.event;
        expect(reportedEventSchema.safeParse(reported).success).toBe(true);
      });

      test.each(answers)('$label of $name has its text in both languages', ({ label }) => {
        expect(ru.answers).toHaveProperty(label);
        expect(en.answers).toHaveProperty(label);
      });

      test.each(activeStates)('of $name has its own key from 1 to 9, in order', ({ snapshot }) => {
        const numbers = viewOf(snapshot).answers.map((shown) => shown.number);
        expect(numbers).toEqual(numbers.map((_, at) => at + 1));
        expect(numbers.length).toBeLessThanOrEqual(9);
      });

      test('is possible, or says what is missing, or waits for a caller who is there', () => {
        const silent = nodes.flatMap(({ state }) =>
          viewOf(state)
            .answers.filter(({ possible, missing }) => !possible && missing.length === 0)
            .map(({ label }) => ({ label, callerLeft: state.context.callerLeft })),
        );
        expect(silent.filter(({ callerLeft, label }) => !callerLeft || label !== 'triedAgain')).toEqual([]);
      });

      test('that is possible misses nothing', () => {
        const shown = nodes.flatMap(({ state }) => viewOf(state).answers);
        expect(shown.filter(({ possible, missing }) => possible && missing.length > 0)).toEqual([]);
      });
    });

    describe('every requirement, stage and ending', () => {
      test.each([ru, en])('has its text', (messages) => {
        for (const requirement of requirements) expect(messages.requirements).toHaveProperty(requirement);
        for (const stage of stages) expect(messages.stages).toHaveProperty(stage);
        for (const ending of ends) expect(messages.steps).toHaveProperty(ending);
      });
    });

    describe('every wording', () => {
      test('has the words of the steps and no others, with nothing left unfilled', () => {
        const said = activeStates.map(({ snapshot }) => viewOf(snapshot).say);
        expect(wordingKeysOf(script).sort()).toEqual([...new Set(said)].sort());
        for (const words of Object.values(script.wording)) {
          expect(unknownPlaceholders(words.ru + words.en, factsOfWording(script))).toEqual([]);
        }
      });

      test('IN-1, ON-4: only what is approved is said word for word', () => {
        const mandatory = activeStates.filter(({ snapshot }) => viewOf(snapshot).kind === 'mandatory');
        expect(mandatory.map(({ name }) => name).sort()).toEqual(saidWordForWord);
      });
    });

    describe('going back', () => {
      test.each(activeStates)('from $name keeps the draft', ({ name, snapshot }) => {
        for (const to of script.steps) {
          const told = answer(ref, json(snapshot), {
            type: 'manager.wentBack',
            to,
            trail: [...script.steps, name],
          });
          if (!told.ok) continue;
          const { appeal: _topic, ...kept } = told.conversation.draft;
          const { appeal: _before, ...before } = snapshot.context.draft;
          expect(kept).toEqual(before);
          expect(told.step.name).toBe(to);
        }
      });

      test.each(script.steps.filter((step) => step !== 'returned'))('leads to %s from the closing', (to) => {
        const kept = json(found.get('closing')!);
        expect(answer(ref, kept, { type: 'manager.wentBack', to, trail })).toMatchObject({
          step: { name: to },
        });
      });
    });

    describe('a finished run', () => {
      test.each(states.filter(({ name }) => isEnding(name)))(
        'that ended as $name refuses every event',
        ({ snapshot }) => {
          for (const event of events) {
            expect(answer(ref, json(snapshot), event)).toMatchObject({ ok: false, reason: 'finished' });
          }
        },
      );
    });

    describe('a run that cannot be read', () => {
      const greeting = json(found.get('greeting')!);
      test.each([
        ['names a state that is no more', { ...greeting, value: 'singing' }],
        ['is not a snapshot', { hello: 'world' }],
        ['is empty', null],
        ['is text', 'greeting'],
        ['lost its context', { ...greeting, context: null }],
        ['lost its draft', { ...greeting, context: { ...greeting.context, draft: undefined } }],
      ])('is quarantined when it %s', (_, kept) => {
        expect(answer(ref, kept, { type: 'caller.hungUp' })).toMatchObject({
          ok: false,
          reason: 'unreadable',
        });
      });

      test('is quarantined when its chart is kept no more', () => {
        expect(restore({ id: ref.id, version: 999 }, greeting)).toMatchObject({ reason: 'unreadable' });
      });
    });

    describe('a random conversation', () => {
      const anyEvent = fc.oneof(
        {
          weight: 6,
          arbitrary: fc.constantFrom(...events.filter(({ type }) => type !== 'manager.wentBack')),
        },
        { weight: 1, arbitrary: fc.constant(archiMed as ScriptEvent) },
        {
          weight: 1,
          arbitrary: fc.constantFrom(...script.steps).map((to): Said => ({ type: 'manager.wentBack', to })),
        },
      );

      test('never breaks the contract of its route and writes at most once', () => {
        fc.assert(
          fc.property(fc.array(anyEvent, { maxLength: 60 }), (told) => {
            const talk = new Talk(start, ref);
            for (const event of told) {
              if (event.type !== 'manager.discarded') talk.tell(event as Said);
            }
            expect(talk.effects.filter(({ type }) => type === 'writeRecords').length).toBeLessThanOrEqual(1);
            expect(talk.effects.filter(({ type }) => type === 'finish').length).toBe(talk.step.ended ? 1 : 0);
          }),
          { numRuns: 300 },
        );
      });

      test('led by its own answers always ends, with the records of its route', () => {
        fc.assert(
          fc.property(fc.infiniteStream(fc.nat()), (choices) => {
            const talk = new Talk(start, ref);
            for (let turn = 0; turn < 200 && !talk.step.ended; turn++) talkOn(talk, choices);
            expect(talk.step.ended).toBe(true);
            expect(talk.told.some((line) => line.startsWith('route: '))).toBe(true);
          }),
          { numRuns: 300 },
        );
      });

      /** Fills in what the step misses, then gives one of its possible answers. */
      function talkOn(talk: Talk, choices: Iterator<number>) {
        const choose = <Choice>(from: readonly Choice[]) => from[choices.next().value! % from.length]!;
        if (talk.step.name === 'handingOver') {
          const outcomes: Said[] = [
            { type: 'handOver.answered' },
            { type: 'handOver.failed', reason: 'declined' },
          ];
          return talk.say(choose(outcomes));
        }
        if (talk.step.name === 'returning')
          return talk.say({ type: 'call.returnedToManager', managerName: 'Вера' });
        const missing = talk.step.answers.flatMap((shown) => shown.missing);
        if (missing.includes('existingCard'))
          return talk.say({ type: 'manager.choseCounterparty', counterparty: romashka });
        if (missing.includes('complaintText')) {
          return talk.say({
            type: 'manager.filledIn',
            patch: { complaint: { text: 'плохо', departmentKind: 'sales' } },
          });
        }
        if (missing.includes('email') || missing.includes('deliveryOn')) return talk.say(folderTold);
        if (missing.length > 0) return talk.say(wholeCard);
        const shown = choose(talk.step.answers.filter(({ possible, needs }) => possible || needs));
        if (shown.needs)
          return talk.say({ type: 'caller.namedEmployee', employee: choose([kotov, lis, orlova]) });
        return talk.say(shown.event as Said);
      }
    });

    /** A state of the conversation for the path tests: where it is, and which facts and fields are known. */
    function keyOf(snapshot: SnapshotFrom<typeof script.machine>): string {
      const { value, context } = snapshot;
      if (snapshot.status === 'done') return String(value);
      const { draft } = context;
      return [
        value,
        routeOf(context),
        targetOf(context)?.kind,
        context.callerLeft && 'gone',
        context.recordsWrittenAs && 'written',
        context.returns > 0 && 'returned',
        context.afterReturn?.kind,
        draft.chosenCounterparty?.status,
        context.confirmAsClient && 'to confirm',
        Object.values(cardInUse(draft)).every((text) => text !== '') && 'card',
        draft.complaint.text && 'complaint',
        draft.email && 'email',
        draft.deliveryOn && 'day',
        JSON.stringify(context.verdicts),
      ].join(' ');
    }

    /** The states from which an ending is reached by talking. */
    function endsByTalking(): Set<string> {
      const sources = new Map<string, string[]>();
      for (const { state, transitions } of nodes) {
        for (const { event, state: next } of Object.values<{ event: ScriptEvent; state: ScriptSnapshot }>(
          transitions,
        )) {
          if (event.type === 'caller.hungUp' || event.type === 'manager.discarded') continue;
          sources.set(keyOf(next), [...(sources.get(keyOf(next)) ?? []), keyOf(state)]);
        }
      }
      const reached = new Set<string>();
      const open = nodes.filter(({ state }) => state.status === 'done').map(({ state }) => keyOf(state));
      for (let key = open.pop(); key !== undefined; key = open.pop()) {
        if (reached.has(key)) continue;
        reached.add(key);
        open.push(...(sources.get(key) ?? []));
      }
      return reached;
    }

    function json(snapshot: ScriptSnapshot): ScriptSnapshot {
      return structuredClone(JSON.parse(JSON.stringify(snapshot)));
    }
  },
);
