import { insertCities, isAnyCity } from '@/db/cities';
import { insertDepartment, listDepartments } from '@/db/departments';
import { initialCities } from '@/lib/domain/cities/initial-cities';
import type { BusinessHours } from '@/lib/domain/deadlines/business-hours';
import { companyTimeZone } from '@/lib/domain/deadlines/time-zone';
import { type DepartmentKind, departmentKinds } from '@/lib/domain/employees/roles';
import type { Context } from '@/lib/operations/context';
import { cityRow } from './city-row';

const names: Record<DepartmentKind, { name: string; nameEn: string }> = {
  client: { name: 'Клиентский отдел', nameEn: 'Client department' },
  sales: { name: 'Отдел продаж', nameEn: 'Sales department' },
  support: { name: 'Отдел технической поддержки', nameEn: 'Support department' },
  management: { name: 'Менеджмент', nameEn: 'Management' },
};

const officeHours: BusinessHours = {
  timeZone: companyTimeZone,
  weekly: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, intervals: [{ from: '09:00', until: '18:00' }] })),
  holidays: [],
};

/** What every company needs before anybody works: its four departments and the directory of cities. Once. */
export async function prepareInstallation(
  context: Context,
): Promise<{ departments: number; cities: number }> {
  return context.tx(async (tx) => {
    const createdAt = context.now();
    let departments = 0;
    if ((await listDepartments(tx)).length === 0) {
      for (const kind of departmentKinds) {
        await insertDepartment(tx, {
          id: context.newId(),
          kind,
          ...names[kind],
          headId: null,
          hours: officeHours,
          createdAt: createdAt + departments++,
          disabledAt: null,
        });
      }
    }
    if (await isAnyCity(tx)) return { departments, cities: 0 };
    await insertCities(
      tx,
      initialCities.map((city) => cityRow(city, context.newId(), createdAt)),
    );
    return { departments, cities: initialCities.length };
  });
}
