import { expect, test } from 'vitest';
import { parseTwiml, readTwimlAnswer, TwimlError } from './twiml-document.ts';
import { elementsOf, parseXml, textOf } from './xml.ts';

const codeOf = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    if (error instanceof TwimlError) return error.code;
    throw error;
  }
  return null;
};
const xml = (body: string) => ({ contentType: 'text/xml; charset=utf-8', body });

test('verbs, attributes, entities, comments and character data are read', () => {
  const { verbs, warnings } = parseTwiml(`<?xml version="1.0" encoding="UTF-8"?>
    <!-- greeting --><Response><Say language="ru-RU">Вы &amp; мы &#1046;<![CDATA[ <здесь>]]></Say><Pause/></Response>`);
  expect(warnings).toEqual([]);
  expect(verbs.map(({ name }) => name)).toEqual(['Say', 'Pause']);
  expect(textOf(verbs[0]!)).toBe('Вы & мы Ж <здесь>');
  expect(verbs[0]!.attributes).toEqual({ language: 'ru-RU' });
});

test.each([
  ['an open element', '<Response><Say>'],
  ['a wrong closing', '<Response><Say></Response></Say>'],
  ['an attribute without quotes', '<Response><Say loop=2/></Response>'],
  ['a bare ampersand', '<Response><Say>you & me</Say></Response>'],
  ['an unknown entity', '<Response><Say>&nbsp;</Say></Response>'],
  ['an entity that only JavaScript knows', '<Response><Say>&constructor;</Say></Response>'],
  ['a control character', '<Response><Say>a\u0001b</Say></Response>'],
  ['a control character by its number', '<Response><Say>&#1;</Say></Response>'],
  ['half a character', '<Response><Say>\ud83d</Say></Response>'],
  ['half a character by its number', '<Response><Say>&#xD83D;</Say></Response>'],
  ['a number that is none', '<Response><Say>&#x1z;</Say></Response>'],
  ['text after the end', '<Response/>and more'],
  ['a document type', '<!DOCTYPE Response><Response/>'],
  ['a doubled attribute', '<Response><Say loop="1" loop="2"/></Response>'],
])('12100: %s is no document', (_, source) => {
  expect(codeOf(() => parseTwiml(source))).toBe(12100);
});

test('12102: the root must be Response', () => {
  expect(codeOf(() => parseTwiml('<response/>'))).toBe(12102);
});

test('12200: unknown verbs, attributes and values are left out with a warning, and the rest goes on', () => {
  const { verbs, warnings } = parseTwiml(
    `<Response><say>no</say><Dance/><Say pitch="high" loop="twice">да</Say>
     <Dial><Conference beep="loud" endConferenceOnExit="yes" waitUrl="">room</Conference><Robot/></Dial></Response>`,
  );
  expect(verbs.map(({ name }) => name)).toEqual(['Say', 'Dial']);
  expect(verbs[0]!.attributes).toEqual({});
  expect(elementsOf(verbs[1]!)).toHaveLength(1);
  expect(elementsOf(verbs[1]!)[0]!.attributes).toEqual({ waitUrl: '' });
  expect(new Set(warnings.map(({ code }) => code))).toEqual(new Set([12200]));
  expect(warnings).toHaveLength(7);
});

test('tabs, line ends and characters beyond the basic plane are ordinary text', () => {
  const { verbs } = parseTwiml('<Response><Say>a\t&#9;&#x1F4DE;\r\n😀</Say></Response>');
  expect(textOf(verbs[0]!)).toBe('a 📞 😀');
});

test("verbs of Twilio's that this line does not carry out are passed over without an error", () => {
  const { verbs, passedOver, warnings } = parseTwiml(
    '<Response><Start><Stream url="wss://x.example"/></Start><Say>да</Say><Pay/><Echo/><constructor/></Response>',
  );
  expect(verbs.map(({ name }) => name)).toEqual(['Say']);
  expect(passedOver).toEqual(['Start', 'Pay', 'Echo']);
  expect(warnings.map(({ message }) => message)).toEqual([
    'Schema validation: <constructor> is not allowed in <Response>',
  ]);
});

test.each([
  ['11750: more than 64 kB', xml(`<Response><Say>${'я'.repeat(40_000)}</Say></Response>`), 11750],
  ['11770: nothing at all', xml(' '), 11770],
  ['12300: no content type', { contentType: null, body: '<Response/>' }, 12300],
  ['12300: JSON', { contentType: 'application/json', body: '{}' }, 12300],
])('%s is refused', (_, answer, code) => {
  expect(codeOf(() => readTwimlAnswer(answer))).toBe(code);
});

test('plain text is read aloud, sound is played and then the call ends', () => {
  expect(textOf(readTwimlAnswer({ contentType: 'text/plain', body: 'Добрый день' }).verbs[0]!)).toBe(
    'Добрый день',
  );
  const sound = readTwimlAnswer({ contentType: 'audio/wav', body: 'RIFF' });
  expect(sound.verbs.map(({ name }) => name)).toEqual(['Play', 'Hangup']);
});

test('an element may hold others of the same name', () => {
  expect(elementsOf(parseXml('<a><a x="1"/><a>&lt;</a></a>'))).toHaveLength(2);
});
