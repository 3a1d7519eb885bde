import { describe, expect, it } from 'vitest';
import { ApiError } from './api-error';
import { Intent, intentAbout } from './intent';

function intent() {
  let made = 0;
  return new Intent(() => `key-${++made}`);
}

describe('what a person is trying to do', () => {
  it('stays the same intent when it is tried again after a lost connection', () => {
    const saving = intent();
    const key = saving.keyFor({ topic: 'цены' });
    saving.failed(new ApiError('network', 0));
    expect(saving.keyFor({ topic: 'цены' })).toBe(key);
  });

  it('is another one once it was done, refused or changed', () => {
    const saving = intent();
    const keys = [saving.keyFor('a')];
    saving.succeeded();
    keys.push(saving.keyFor('a'));
    saving.failed(new ApiError('notPossibleNow', 409));
    keys.push(saving.keyFor('a'));
    keys.push(saving.keyFor('b'));
    expect(keys).toEqual(['key-1', 'key-2', 'key-3', 'key-4']);
  });

  it('is the same one when its form is closed and opened again before the answer is known', () => {
    const key = intentAbout('fulfil 1').keyFor({ topic: 'цены' });
    intentAbout('fulfil 1').failed(new ApiError('timeout', 0));
    expect(intentAbout('fulfil 1').keyFor({ topic: 'цены' })).toBe(key);
    expect(intentAbout('fulfil 2').keyFor({ topic: 'цены' })).not.toBe(key);
  });

  it('is sent again in the words of the first attempt while nobody knows whether it was done', () => {
    const recording = intent();
    const draft = { due: 'hour' };
    const first = recording.attempt({ dueAt: 1000 }, draft);
    recording.failed(new ApiError('timeout', 0));
    expect(recording.attempt({ dueAt: 2000 }, { ...draft })).toEqual(first);
    recording.failed(new ApiError('invalid', 400));
    expect(recording.attempt({ dueAt: 3000 }, draft)).toEqual({ key: 'key-2', content: { dueAt: 3000 } });
  });
});
