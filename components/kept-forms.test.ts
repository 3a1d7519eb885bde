import { beforeEach, describe, expect, test } from 'vitest';
import { KeptForms } from './kept-forms';

const empty = { name: '', chosen: null as { id: string } | null, phones: [] as string[], of: { city: '' } };

let entries: Map<string, string>;
let forms: KeptForms;

beforeEach(() => {
  entries = new Map();
  forms = new KeptForms({
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
    key: (index) => [...entries.keys()][index] ?? null,
    get length() {
      return entries.size;
    },
  });
});

describe('what is typed into a form', () => {
  test('is found again by its subject, and by no other', () => {
    const typed = { ...empty, name: 'Алтын', chosen: { id: '1' }, of: { city: 'Бийск' } };
    forms.keep('card 1', typed);
    expect(forms.read('card 1', empty)).toEqual(typed);
    expect(forms.read('card 2', empty)).toBeNull();
  });

  test('is found again when a choice that stood at the beginning was taken back', () => {
    const begun = { ...empty, chosen: { id: '1' } };
    forms.keep('card 1', { ...begun, chosen: null });
    expect(forms.read('card 1', begun)).toEqual({ ...begun, chosen: null });
  });

  test('is gone once saved or discarded', () => {
    forms.keep('card 1', empty);
    forms.forget('card 1');
    expect(forms.read('card 1', empty)).toBeNull();
  });

  test('of another shape is left aside, so that a new release opens the form', () => {
    forms.keep('card 1', { name: 'Алтын', phones: [], chosen: null });
    expect(forms.read('card 1', empty)).toBeNull();
    forms.keep('card 1', { ...empty, phones: 'none' });
    expect(forms.read('card 1', empty)).toBeNull();
  });

  test('and can no longer be read is left aside', () => {
    entries.set('callboard.form.card 1', '{');
    expect(forms.read('card 1', empty)).toBeNull();
  });

  test('goes with the person who signs out, and nothing else does', () => {
    entries.set('callboard.draft.1', 'a call');
    forms.keep('card 1', empty);
    forms.keep('reaction', empty);
    forms.forgetAll();
    expect([...entries.keys()]).toEqual(['callboard.draft.1']);
  });

  test('is not shown to another person in the same tab', () => {
    forms.belongTo('Анна');
    forms.keep('card 1', empty);
    forms.belongTo('Анна');
    expect(forms.read('card 1', empty)).not.toBeNull();
    forms.belongTo('Борис');
    expect(forms.read('card 1', empty)).toBeNull();
  });
});

test('a storage that takes nothing stops nobody', () => {
  const full = new KeptForms({
    getItem: () => null,
    setItem: () => {
      throw new Error('full');
    },
    removeItem: () => {},
    key: () => null,
    length: 0,
  });
  expect(() => full.keep('card 1', empty)).not.toThrow();
});
