import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPhone } from './read-phone';

describe('a phone as people type it', () => {
  test.each([
    ['8 (3842) 58-12-34', '+73842581234', null],
    ['8(38456)21234', '+73845621234', null],
    ['+7 913 123-45-67', '+79131234567', null],
    ['7 913 123 45 67', '+79131234567', null],
    ['9131234567', '+79131234567', null],
    ['007 913 1234567', '+79131234567', null],
    ['+8 913 123-45-67', '+79131234567', null],
    ['8-10-375-17-200-12-34', '+375172001234', null],
    ['00375172001234', '+375172001234', null],
    ['8 (727) 250-12-34', '+77272501234', null],
    ['8/3842/58-12-34', '+73842581234', null],
    ['тел. 8 (3842) 58‑12–34', '+73842581234', null],
    ['８（３８４２）５８－１２－３４', '+73842581234', null],
    ['8-91З-123-45-67', '+79131234567', null],
    ['8-9O3-123-45-67', '+79031234567', null],
    ['8-800-ARCHIME', '+78002724463', null],
    ['8 (3842) 58-12-34 Мария Ивановна', '+73842581234', null],
    ['8 (3842) 58-12-34 доб. 100', '+73842581234', '100'],
    ['8 (3842) 58-12-34, доб 1311', '+73842581234', '1311'],
    ['8 (3842) 58-12-34 (добавочный 12)', '+73842581234', '12'],
    ['8 (3842) 58-12-34 вн. 1311', '+73842581234', '1311'],
    ['8 (3842) 58-12-34 внутр.5', '+73842581234', '5'],
    ['8 (3842) 58-12-34 внутренний № 5', '+73842581234', '5'],
    ['+73842581234;ext=100', '+73842581234', '100'],
    ['+7 3842 581234 ext. 100', '+73842581234', '100'],
    ['+7 3842 581234 x100', '+73842581234', '100'],
    ['+7 3842 581234#100', '+73842581234', '100'],
  ])('%s is understood', (raw, e164, extension) => {
    expect(readPhone(raw)).toEqual({ raw, e164, extension });
  });

  test.each([
    ['58-12-34', '3842', '+73842581234'],
    ['2-12-34', '38456', '+73845621234'],
    ['123-45-67', '495', '+74951234567'],
    ['200-12-34', '+37517', '+375172001234'],
    ['8 (3842) 58-12-34', '38456', '+73842581234'],
  ])('%s in the city of code %s is a full number', (raw, cityCode, e164) => {
    expect(readPhone(raw, { cityCode }).e164).toBe(e164);
  });

  test('a local number without its city is kept as typed and says what is missing', () => {
    expect(readPhone('58-12-34')).toEqual({
      raw: '58-12-34',
      e164: null,
      extension: null,
      warning: 'cityCodeMissing',
    });
  });

  test.each(['', '—', 'нет', '112', '58-12-34, 58-12-35', 'доб. 100'])(
    '«%s» is kept as typed with a warning and blocks nothing',
    (raw) => {
      expect(readPhone(raw)).toMatchObject({ raw, e164: null, warning: expect.any(String) });
    },
  );

  test('a number that no operator uses is read with a warning', () => {
    expect(readPhone('+7 000 000-00-00')).toMatchObject({ e164: '+70000000000', warning: 'improbable' });
  });

  test('whatever is typed, reading never throws and keeps it', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom(...'+8 (3842)-доб.вн#x;ext=О'.split('')) }),
    );
    fc.assert(
      fc.property(
        typed,
        fc.option(fc.constantFrom('3842', '38456', '+37517', 'abc', '')),
        (raw, cityCode) => {
          const reading = readPhone(raw, { cityCode });
          expect(reading.raw).toBe(raw);
          expect(reading.e164 ?? '+70').toMatch(/^\+\d{1,15}$/);
          expect(reading.e164 === null).toBe(
            reading.warning === 'unparsed' || reading.warning === 'cityCodeMissing',
          );
        },
      ),
    );
  });
});
