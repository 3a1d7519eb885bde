import { describe, expect, test } from 'vitest';
import { checkInn, checkKpp, plainCode } from './inn';

describe('an INN', () => {
  test('of an organisation or a person with its right check digits is let by', () => {
    expect(['7707083893', '500100732259', ''].map(checkInn)).toEqual([null, null, null]);
  });

  test('with a slip of the pen asks for a second look, and says at what', () => {
    expect(checkInn('7707083894')).toBe('checkDigit');
    expect(checkInn('500100732258')).toBe('checkDigit');
    expect(checkInn('500100732249')).toBe('checkDigit');
    expect(checkInn('77070838')).toBe('length');
    expect(checkInn('77О7083893')).toBe('letters');
  });

  test('is compared without the spaces it was typed with', () => {
    expect(plainCode(' 7707 083\u00a0893 ')).toBe('7707083893');
  });
});

describe('a KPP', () => {
  test('has nine characters and belongs to an organisation', () => {
    expect(checkKpp('773601001', '7707083893')).toBeNull();
    expect(checkKpp('7736AB001', '7707083893')).toBeNull();
    expect(checkKpp('77360100', '7707083893')).toBe('form');
    expect(checkKpp('773601001', '500100732259')).toBe('person');
    expect(checkKpp('773601001', '')).toBe('withoutInn');
  });
});
