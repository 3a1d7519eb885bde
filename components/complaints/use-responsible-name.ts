import { useDepartmentName } from '@/components/reactions/department-name';
import type { ComplaintView } from '@/lib/domain/complaints/complaint-views';

type Named = Pick<ComplaintView['told'][number], 'employee' | 'department'>;

/** Who was told of a complaint or has its next reaction: a person by name, else the department. */
export function useResponsibleName(): (responsible: Named) => string {
  const departmentName = useDepartmentName();
  return ({ employee, department }) => employee?.name ?? (department ? departmentName(department) : '—');
}
