import { expect, test } from 'vitest';
import { roundTheClock } from '@/lib/domain/deadlines/business-hours';
import { changedHours, type HoursVocabulary } from './changed-hours';

const words: HoursVocabulary = {
  zoneLabel: 'часовой пояс',
  zone: (timeZone) => `пояс ${timeZone}`,
  weekday: (weekday) => `день ${weekday}`,
  day: (date) => `дата ${date}`,
  closed: 'закрыто',
  asUsual: 'как обычно',
};

const office = {
  timeZone: 'Europe/Moscow',
  weekly: [
    { weekday: 1, intervals: [{ from: '09:00', until: '18:00' }] },
    { weekday: 2, intervals: [{ from: '09:00', until: '18:00' }] },
  ],
  holidays: [{ date: '2027-01-01', intervals: [] }],
};

test('changed hours are told day by day, what stayed is left out', () => {
  const changed = {
    timeZone: 'Asia/Omsk',
    weekly: [
      {
        weekday: 1,
        intervals: [
          { from: '09:00', until: '13:00' },
          { from: '14:00', until: '18:00' },
        ],
      },
    ],
    holidays: [
      { date: '2027-01-02', intervals: [] },
      { date: '2027-01-01', intervals: [{ from: '10:00', until: '12:00' }] },
    ],
  };
  expect(changedHours(office, changed, words)).toEqual([
    { what: 'часовой пояс', before: 'пояс Europe/Moscow', after: 'пояс Asia/Omsk' },
    { what: 'день 1', before: '09:00–18:00', after: '09:00–13:00, 14:00–18:00' },
    { what: 'день 2', before: '09:00–18:00', after: 'закрыто' },
    { what: 'дата 2027-01-01', before: 'закрыто', after: '10:00–12:00' },
    { what: 'дата 2027-01-02', before: 'как обычно', after: 'закрыто' },
  ]);
});

test('the hours of a new department are no change', () => {
  expect(changedHours(null, roundTheClock('Europe/Moscow'), words)).toBeNull();
});
