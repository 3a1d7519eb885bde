import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCallerId } from './read-caller-id';

test('an ordinary caller has a number', () => {
  expect(readCallerId('+73842581234')).toEqual({ kind: 'number', e164: '+73842581234' });
});

test.each([
  'anonymous',
  'Anonymous',
  'unknown',
  'restricted',
  'private',
  'unavailable',
  'blocked',
  '+266696687',
  '+7378742833',
  '+2562533',
  '+8656696',
  '+86282452253',
  '+1266696687',
  '266696687',
  'sip:anonymous@anonymous.invalid',
  '',
  '  ',
])('«%s» is a withheld number (IN-7)', (from) => {
  expect(readCallerId(from)).toEqual({ kind: 'withheld' });
});

test.each(['100', '89131234567', '+123', 'Ivanov', '+7913123456789012'])(
  '«%s» is kept as the line gave it, without a number',
  (from) => {
    expect(readCallerId(from)).toEqual({ kind: 'raw', text: from });
  },
);

test('a browser keeps its identity in its own case', () => {
  expect(readCallerId('client:Sidorova_2')).toEqual({ kind: 'client', identity: 'Sidorova_2' });
});

test('a SIP phone keeps its user and its address', () => {
  expect(readCallerId('sip:ivanov@office.example.com:5061')).toEqual({
    kind: 'sip',
    user: 'ivanov',
    address: 'sip:ivanov@office.example.com:5061',
  });
});

test('control characters never come through', () => {
  expect(readCallerId('Iva\u0000nov\r\n')).toEqual({ kind: 'raw', text: 'Ivanov' });
});

test('whatever the line says, reading never throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (from) => {
      expect(['number', 'withheld', 'raw', 'client', 'sip']).toContain(readCallerId(from).kind);
    }),
  );
});
