import fc from 'fast-check';
import { expect, test } from 'vitest';
import { initialCities } from '@/lib/domain/cities/initial-cities';
import { areaCodeLengths } from './area-code-lengths';
import { formatPhone } from './format-phone';
import { readPhone } from './read-phone';

const codeLengthOf = areaCodeLengths(initialCities);

test.each([
  ['+73845621234', '+7 (38456) 2-12-34'],
  ['+73842581234', '+7 (3842) 58-12-34'],
  ['+74951234567', '+7 (495) 123-45-67'],
  ['+73832101234', '+7 (383) 210-12-34'],
  ['+79131234567', '+7 (913) 123-45-67'],
  ['+78002504060', '+7 (800) 250-40-60'],
  ['+77272501234', '+7 (727) 250-12-34'],
  ['+375172001234', '+375 17 200 12 34'],
  ['+70', '+70'],
])('%s is read aloud as %s', (e164, shown) => {
  expect(formatPhone({ e164 }, { codeLengthOf })).toBe(shown);
});

test('the extension is named in the language of the screen', () => {
  const phone = { e164: '+73842581234', extension: '100' };
  expect(formatPhone(phone, { locale: 'ru', codeLengthOf })).toBe('+7 (3842) 58-12-34, доб. 100');
  expect(formatPhone(phone, { locale: 'en', codeLengthOf })).toBe('+7 (3842) 58-12-34, ext. 100');
});

test('another directory of cities may cut the code elsewhere; unknown codes have three digits', () => {
  const ofAnother = areaCodeLengths([{ diallingCodes: ['38425'] }]);
  expect(formatPhone({ e164: '+73842581234' }, { codeLengthOf: ofAnother })).toBe('+7 (38425) 8-12-34');
  expect(formatPhone({ e164: '+73843581234' }, { codeLengthOf: ofAnother })).toBe('+7 (384) 358-12-34');
});

test('what is shown reads back as the same number', () => {
  const code = fc.constantFrom(...initialCities.flatMap((city) => city.diallingCodes));
  fc.assert(
    fc.property(code, fc.nat(9_999_999), (diallingCode, seed) => {
      if (diallingCode.startsWith('+')) return;
      const subscriber = String(seed)
        .padStart(7, '2')
        .slice(0, 10 - diallingCode.length);
      const e164 = `+7${diallingCode}${subscriber}`;
      const shown = formatPhone({ e164, extension: '12' }, { codeLengthOf });
      expect(readPhone(shown)).toMatchObject({ e164, extension: '12' });
    }),
  );
});
