export const shortestPassword = 10;
export const longestPassword = 256;

/** Message keys below `auth.password`. */
export type PasswordProblem = 'tooShort' | 'tooLong' | 'tooEasy' | 'containsOwnName';

const easyWords = [
  'password',
  'passw0rd',
  'пароль',
  'qwerty',
  'йцукен',
  'welcome',
  'letmein',
  'iloveyou',
  'admin',
  'administrator',
  'master',
  'monkey',
  'dragon',
  'football',
  'sunshine',
  'princess',
  'привет',
  'любовь',
  'callboard',
  'company',
  'archicrm',
  'archimed',
  'archicredit',
  'archisport',
];

const rows = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  '09876543210',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  'qazwsxedcrfvtgbyhnujmikolp',
  'йцукенгшщзхъ',
  'фывапролджэ',
  'ячсмитьбю',
  'абвгдеёжзийклмнопрстуфхцчшщъыьэюя',
];

/** Length counts; rules about capitals and digits do not exist, since they make passwords worse. Null: good enough. */
export function passwordProblem(
  password: string,
  owner: { email: string; surname: string; givenName: string },
): PasswordProblem | null {
  if ([...password].length < shortestPassword) return 'tooShort';
  if (password.length > longestPassword) return 'tooLong';
  const folded = password.toLowerCase().replaceAll(/[\s._-]/g, '');
  const own = [owner.email.split('@')[0]!, owner.email.split('@')[1] ?? '', owner.surname, owner.givenName];
  if (
    leavesTooLittle(
      folded,
      own.map((word) => word.toLowerCase()),
    )
  )
    return 'containsOwnName';
  if (new Set(folded).size < 5 || leavesTooLittle(folded, [...easyWords, ...runsIn(folded)]))
    return 'tooEasy';
  return null;
}

/** Whether fewer than six characters remain once the guessable words are taken away. */
function leavesTooLittle(folded: string, words: string[]): boolean {
  let rest = folded;
  for (const word of words.filter((word) => word.length >= 3)) rest = rest.replaceAll(word, '');
  return rest !== folded && rest.length < 6;
}

/** Pieces of four and more neighbours of the alphabet or the keyboard. */
function runsIn(folded: string): string[] {
  const runs: string[] = [];
  for (const row of rows) {
    for (let from = 0; from < folded.length; from++) {
      let to = from + 4;
      while (to <= folded.length && row.includes(folded.slice(from, to))) to++;
      if (to > from + 4) runs.push(folded.slice(from, to - 1));
    }
  }
  return runs.sort((a, b) => b.length - a.length);
}
