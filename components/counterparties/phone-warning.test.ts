import { expect, test } from 'vitest';
import { cityDirectory } from '@/lib/domain/cities/city-directory';
import { phoneWarning } from './phone-warning';

const directory = cityDirectory([{ name: 'Шерегеш', region: '', diallingCodes: ['38473'], isOffered: true }]);

test('a local number is complete by any city of the settings, and warned of without one', () => {
  expect(phoneWarning('6-12-34', '', directory)).toBe('cityCodeMissing');
  expect(phoneWarning('6-12-34', 'Шерегеш', directory)).not.toBe('cityCodeMissing');
  expect(phoneWarning('', 'Шерегеш', directory)).toBeUndefined();
});
