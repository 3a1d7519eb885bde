import { expect, test } from 'vitest';
import { passwordProblem } from './password-rules';

const anna = { email: 'sidorova@mlsit.example', surname: 'Сидорова', givenName: 'Анна' };

test.each([
  ['короткий1', 'tooShort'],
  ['а'.repeat(257), 'tooLong'],
  ['aaaaaaaaaaaaaa', 'tooEasy'],
  ['qwertyuiop', 'tooEasy'],
  ['йцукенгшщз123', 'tooEasy'],
  ['Password2026', 'tooEasy'],
  ['1234567890', 'tooEasy'],
  ['archimed2026', 'tooEasy'],
  ['Сидорова1985', 'containsOwnName'],
  ['sidorova-12', 'containsOwnName'],
])('«%s» is refused: %s', (password, problem) => {
  expect(passwordProblem(password, anna)).toBe(problem);
});

test.each([
  'верный конь на лугу',
  'correct horse battery',
  'Xk9$fjw2#q',
  'сорок семь окон',
  'п'.repeat(3) + 'ять коров и лошадь',
])('«%s» is taken without rules about capitals or digits', (password) => {
  expect(passwordProblem(password, anna)).toBeNull();
});

test('a passphrase of sixty-four characters and more is taken', () => {
  expect(
    passwordProblem('семь зелёных чашек стояли у окна и ждали, пока закипит вода в чайнике', anna),
  ).toBeNull();
});
