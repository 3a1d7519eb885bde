import { expect, it } from 'vitest';
import { placesToAsk } from './places-to-ask';

const department = (id: string, name: string, disabledAt: number | null = null) => ({
  id,
  name,
  nameEn: id,
  disabledAt,
});
const person = (employeeId: string, departmentId: string, isAvailable: boolean) => ({
  employeeId,
  name: employeeId,
  departmentId,
  isAvailable,
});
const source = {
  departments: [
    department('client', 'Клиентский отдел'),
    department('sales', 'Отдел продаж'),
    department('old', 'Старый отдел', 1),
  ],
  people: [
    person('Сидорова А. И.', 'client', true),
    person('Белов Б. Б.', 'client', false),
    person('Панин П. П.', 'sales', true),
    person('Серов С. С.', 'old', true),
  ],
  personId: 'Сидорова А. И.',
};
const idsFor = (query: string) => placesToAsk({ ...source, query }).map(({ id }) => id);

it('whom one can ask is who can be rung now, departments first, never oneself', () => {
  expect(idsFor('')).toEqual(['sales', 'Панин П. П.', 'Серов С. С.']);
  expect(placesToAsk({ ...source, query: '' })[0]).toMatchObject({ kind: 'department', available: 1 });
});

it('is found by part of a name or of the department, in either language', () => {
  expect(idsFor('пан')).toEqual(['Панин П. П.']);
  expect(idsFor('ПРОДАЖ')).toEqual(['sales', 'Панин П. П.']);
  expect(idsFor('sal')).toEqual(['sales', 'Панин П. П.']);
  expect(idsFor('нет такого')).toEqual([]);
});
