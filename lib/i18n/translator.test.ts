import { describe, expect, it } from 'vitest';
import { parseLocale } from './locale';
import { getFormatter, getTranslator } from './translator';

describe('the languages of the console', () => {
  it('Russian is spoken to whoever has not chosen', () => {
    expect(parseLocale(undefined)).toBe('ru');
    expect(parseLocale('de')).toBe('ru');
    expect(parseLocale('en')).toBe('en');
  });

  it('counts in Russian as Russians do', () => {
    const t = getTranslator('ru');
    const days = [1, 2, 5, 11, 21, 22].map((count) => t('common.due.days', { count }));
    expect(days).toEqual(['1 день', '2 дня', '5 дней', '11 дней', '21 день', '22 дня']);
  });

  it('shows a moment in the time zone it was asked for, by a 24-hour clock', () => {
    const at = Date.UTC(2026, 10, 22, 20, 5);
    expect(getFormatter('ru', 'Asia/Novokuznetsk').dateTime(at, 'dateTime')).toBe('23.11.2026, 03:05');
    expect(getFormatter('en', 'Europe/Moscow').dateTime(at, 'time')).toBe('23:05');
  });

  it('writes no English day that could be taken for a month', () => {
    const format = getFormatter('en', 'Asia/Novokuznetsk');
    const at = Date.UTC(2026, 10, 11, 20, 5);
    expect(format.dateTime(at, 'dateTime')).toBe('Nov 12, 2026, 03:05');
    expect(format.dateTime(at, 'date')).toBe('Nov 12, 2026');
    expect(getFormatter('ru', 'Asia/Novokuznetsk').dateTime(at, 'date')).toBe('12.11.2026');
  });
});
