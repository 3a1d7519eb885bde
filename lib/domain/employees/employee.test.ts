import { expect, test } from 'vitest';
import { fullName, shortName } from './employee';

const anna = { surname: 'Сидорова', givenName: 'Анна', patronymic: 'Ивановна' };

test('a short name never breaks between the surname and the initials', () => {
  expect(shortName(anna)).toBe('Сидорова\u00A0А.\u00A0И.');
  expect(shortName({ ...anna, patronymic: null })).toBe('Сидорова\u00A0А.');
});

test('a full name leaves out the patronymic of who has none', () => {
  expect(fullName(anna)).toBe('Сидорова Анна Ивановна');
  expect(fullName({ ...anna, patronymic: null })).toBe('Сидорова Анна');
});
