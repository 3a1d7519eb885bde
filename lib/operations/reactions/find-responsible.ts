import { type DepartmentRow, getDepartment, getDepartmentByKind } from '@/db/departments';
import { getEmployee, listWorkingEmployees } from '@/db/employees';
import { type BusinessHours, hoursOf } from '@/lib/domain/deadlines/business-hours';
import type { DepartmentKind } from '@/lib/domain/employees/roles';
import { invalid, Refusal } from '@/lib/domain/errors';
import type { Responsible } from '@/lib/domain/reactions/records';
import type { Tx } from '@/lib/operations/context';

export type FoundResponsible = {
  departmentId: string;
  departmentKind: DepartmentKind;
  employeeId: string | null;
  /** Null when the hours cannot be read: the clock then never pauses. */
  hours: BusinessHours | null;
};

/**
 * Who is meant by «the sales department», «the head of support», «the general director».
 * @throws Refusal `notPossibleNow` when the company has no such department, `invalid` for an unknown employee.
 */
export async function findResponsible(tx: Tx, responsible: Responsible): Promise<FoundResponsible> {
  switch (responsible.kind) {
    case 'department':
      return withEmployee(await departmentOf(tx, responsible.departmentKind), null);
    case 'departmentById':
      return withEmployee((await getDepartment(tx, responsible.departmentId))!, null);
    case 'headOf': {
      const department = await departmentOf(tx, responsible.departmentKind);
      return withEmployee(department, await workingId(tx, department.headId));
    }
    case 'generalDirector': {
      const director = (await listWorkingEmployees(tx)).find(({ roles }) =>
        roles.includes('generalDirector'),
      );
      if (!director) return withEmployee(await departmentOf(tx, 'management'), null);
      return withEmployee((await getDepartment(tx, director.departmentId))!, director.id);
    }
    case 'employee': {
      const employee = await getEmployee(tx, responsible.employeeId);
      if (!employee || employee.disabledAt !== null) throw invalid({ responsible: 'notAChoice' });
      return withEmployee((await getDepartment(tx, employee.departmentId))!, employee.id);
    }
  }
}

/** Who heads a department by its id and works; null when nobody does. */
export async function workingHeadOf(tx: Tx, departmentId: string): Promise<string | null> {
  const department = await getDepartment(tx, departmentId);
  return workingId(tx, department?.headId ?? null);
}

/** The hours of a department by its id. */
export async function hoursOfResponsible(tx: Tx, departmentId: string): Promise<BusinessHours | null> {
  const department = await getDepartment(tx, departmentId);
  return department ? hoursOf(department) : null;
}

async function departmentOf(tx: Tx, kind: DepartmentKind): Promise<DepartmentRow> {
  const department = await getDepartmentByKind(tx, kind);
  if (!department) throw new Refusal('notPossibleNow', `there is no ${kind} department`);
  return department;
}

async function workingId(tx: Tx, employeeId: string | null): Promise<string | null> {
  const employee = employeeId && (await getEmployee(tx, employeeId));
  return employee && employee.disabledAt === null ? employee.id : null;
}

function withEmployee(department: DepartmentRow, employeeId: string | null): FoundResponsible {
  return {
    departmentId: department.id,
    departmentKind: department.kind,
    employeeId,
    hours: hoursOf(department),
  };
}
