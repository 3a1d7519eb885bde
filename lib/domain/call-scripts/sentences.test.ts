import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import en from '@/lib/i18n/messages/en/callScriptPage.json';
import ru from '@/lib/i18n/messages/ru/callScriptPage.json';
import { callScripts } from './catalog';
import { checklistOf } from './checklist';
import { graphOf } from './graph';
import { inboundCall } from './inbound-call.script';
import { vocabulary } from './inbound-call.vocabulary';
import { outgoingCall } from './outgoing-call.script';
import { routesOfScript } from './routes-of-script';
import { compareSentences, sentencesOf } from './sentences';
import { welcomeCall } from './welcome-call.script';

const graph = graphOf(inboundCall);
const sentences = sentencesOf(graph);
const about = (what: string) => sentences.find((sentence) => sentence.about === what);

test('a chart says of an answer where it leads, on what condition and what must be filled in', () => {
  expect(about('answer greeting askedAboutProducts')).toMatchObject({
    number: 1,
    ways: [{ to: 'fillingCard', conditions: [], requires: [] }],
  });
  expect(about('answer describingAppeal describedAppeal')).toMatchObject({
    ways: [
      { to: 'decidingComplaintTransfer', conditions: ['isComplaint'], requires: ['appeal'] },
      { to: 'promisingCall', conditions: ['promisesDecision'], requires: ['appeal'] },
      { to: 'closing', conditions: [], requires: ['appeal'] },
    ],
  });
  expect(about('everywhere caller.complained')).toMatchObject({ ways: [{ to: 'takingComplaint' }] });
});

test.each(callScripts)('everything $id says is said of something of its own', (script) => {
  const said = sentencesOf(graphOf(script));
  expect(new Set(said.map((sentence) => sentence.about)).size).toBe(said.length);
});

describe('two versions of a chart', () => {
  const { config } = inboundCall.machine;
  const { promisingCall, namingReason, ...others } = config.states as Record<string, object>;
  const { 'manager.wentBack': _, ...on } = config.on as Record<string, object>;
  const later = graphOf({
    machine: vocabulary.createMachine({
      ...config,
      on,
      states: {
        ...others,
        greeting: {
          ...(others.greeting as { on: object }),
          on: { ...(others.greeting as { on: object }).on, 'caller.wasUnclear': 'offeringCallBack' },
        },
        namingReason,
        offeringCallBack: { ...promisingCall, on: { 'manager.promisedCall': 'closing' } },
        describingAppeal: { ...others.describingAppeal, on: { 'manager.describedAppeal': 'closing' } },
      },
    } as never) as never,
  });
  const { added, removed, changed } = compareSentences(sentences, sentencesOf(later));

  test('differ by the sentences that came, that went, and that say something else of the same', () => {
    expect(added.map((sentence) => sentence.about)).toEqual([
      'step offeringCallBack',
      'answer offeringCallBack promisedCall',
    ]);
    expect(removed.map((sentence) => sentence.about)).toEqual([
      'step promisingCall',
      'answer promisingCall promisedCall',
    ]);
    expect(changed.map(({ before }) => before.about)).toEqual([
      'answer greeting wasUnclear',
      'answer describingAppeal describedAppeal',
    ]);
    expect(changed[0]).toMatchObject({
      before: { ways: [{ to: 'fillingCard' }] },
      after: { ways: [{ to: 'offeringCallBack' }] },
    });
  });

  test('that say the same do not differ', () => {
    expect(compareSentences(sentences, sentencesOf(graphOf(inboundCall)))).toEqual({
      added: [],
      removed: [],
      changed: [],
    });
  });
});

test('IN-1: a review looks for the greeting and the closing word for word, and for the fields of the card', () => {
  const items = checklistOf(graph).flatMap(({ items }) => items);
  expect(items.filter(({ kind }) => kind === 'verbatim').map(({ step }) => step)).toEqual([
    'greeting',
    'closing',
  ]);
  expect(items).toContainEqual({
    step: 'fillingCard',
    kind: 'filled',
    fields: ['name', 'city', 'contactPerson', 'phone'],
  });
});

test('each script comes out on the routes of its own direction', () => {
  expect(routesOfScript(inboundCall)).toEqual([
    'commercial',
    'salesManager',
    'employee',
    'support',
    'supportNeither',
    'cooperation',
    'unclear',
    'complaint',
    'noBusiness',
    'callBack',
  ]);
  expect(routesOfScript(outgoingCall)).toEqual(['complaint', 'noBusiness', 'agreed', 'nothingAgreed']);
  expect(routesOfScript(welcomeCall)).toEqual([
    'complaint',
    'noBusiness',
    'agreed',
    'welcomed',
    'welcomedWithoutParcel',
  ]);
});

test.each(callScripts)(
  'every step of $id names rules that are written down and told in both languages',
  (script) => {
    const written = readFileSync('docs/rules.md', 'utf8');
    for (const { id, rules, isEnding } of graphOf(script).nodes) {
      if (!isEnding) expect(rules, id).not.toEqual([]);
      for (const code of rules) {
        expect(written, code).toMatch(new RegExp(`\\*\\*${code}\\.\\*\\*|^\\| ${code} \\|`, 'm'));
        for (const { handbook } of [ru, en]) expect(handbook.rules).toHaveProperty(code);
      }
    }
  },
);
