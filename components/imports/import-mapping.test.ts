import { describe, expect, test } from 'vitest';
import { isSameMapping } from './import-mapping';

describe('what was checked and what is chosen', () => {
  test('are the same in whatever order the columns were chosen', () => {
    expect(isSameMapping({ 0: 'name', 2: 'phone' }, { 2: 'phone', 0: 'name' })).toBe(true);
  });

  test('differ by another field, a column more and a column less', () => {
    expect(isSameMapping({ 0: 'name', 1: 'phone' }, { 0: 'name', 1: 'note' })).toBe(false);
    expect(isSameMapping({ 0: 'name' }, { 0: 'name', 1: 'note' })).toBe(false);
    expect(isSameMapping({ 0: 'name', 1: 'note' }, { 0: 'name' })).toBe(false);
  });
});
