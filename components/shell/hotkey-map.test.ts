import { describe, expect, it } from 'vitest';
import { HOTKEY_IDS } from './hotkey-actions';
import { combinationOf, keysOf, readChoices, refusalOf } from './hotkey-map';

const press = (code: string, modifiers: string[] = []) => ({
  code,
  ctrlKey: modifiers.includes('ctrl'),
  altKey: modifiers.includes('alt'),
  shiftKey: modifiers.includes('shift'),
  metaKey: modifiers.includes('meta'),
});

describe('keys of the console', () => {
  it('are places on the keyboard: Ctrl+Л of the Russian layout is Ctrl+K', () => {
    expect(combinationOf({ ...press('KeyK', ['ctrl']), key: 'л' } as never)).toBe('ctrl+k');
  });

  it('know digits from both parts of the keyboard, arrows and signs', () => {
    const pressed = [
      press('Digit1', ['alt']),
      press('Numpad1', ['alt']),
      press('ArrowLeft'),
      press('Slash', ['ctrl']),
    ];
    expect(pressed.map(combinationOf)).toEqual(['alt+1', 'alt+1', 'left', 'ctrl+slash']);
  });

  it('are not chosen while only Ctrl is held', () => {
    expect(combinationOf(press('ControlLeft', ['ctrl']))).toBeNull();
  });

  it('differ from each other as they are given', () => {
    const given = HOTKEY_IDS.map((id) => keysOf(id, {}));
    expect(new Set(given).size).toBe(given.length);
    expect(HOTKEY_IDS.filter((id) => id !== 'pickAnswer' && refusalOf(id, keysOf(id, {})!, {}))).toEqual([]);
  });
});

describe('choosing other keys', () => {
  it('a letter alone is refused where typing would start it', () => {
    expect(refusalOf('search', 'k', {})).toEqual({ reason: 'needsModifier' });
    expect(refusalOf('search', 'shift+k', {})).toEqual({ reason: 'needsModifier' });
    expect(refusalOf('search', 'f4', {})).toBeNull();
  });

  it('a single key is allowed inside its pane', () => {
    expect(refusalOf('scriptBack', 'backspace', {})).toBeNull();
  });

  it('keys of another action are refused, also those it was given by choice', () => {
    expect(refusalOf('search', 'ctrl+enter', {})).toEqual({ reason: 'taken', by: 'answer' });
    expect(refusalOf('search', 'ctrl+enter', { answer: 'ctrl+y' })).toBeNull();
    expect(refusalOf('search', 'ctrl+y', { answer: 'ctrl+y' })).toEqual({ reason: 'taken', by: 'answer' });
    expect(refusalOf('search', 'alt+5', {})).toEqual({ reason: 'taken', by: 'pickAnswer' });
  });

  it('what cannot be read from the store is forgotten', () => {
    expect(readChoices('{"search":"ctrl+p","answer":null,"gone":"ctrl+q","hold":7,"finish":"<b>"}')).toEqual({
      search: 'ctrl+p',
      answer: null,
    });
    expect(readChoices('{')).toEqual({});
    expect(readChoices('null')).toEqual({});
  });
});
