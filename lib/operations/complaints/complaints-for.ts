import type { ComplaintsOf } from '@/db/complaints';
import type { Person } from '@/lib/domain/employees/employee';
import { seesEveryCard } from '@/lib/domain/employees/permissions';

/**
 * Whose complaints stand on a person's board: everybody's for those who see every card, else those of their own department,
 * and those they answer for or took down, whoever caused them.
 */
export const complaintsFor = (person: Person): ComplaintsOf | undefined =>
  seesEveryCard(person)
    ? undefined
    : {
        departmentId: person.departmentId,
        ownerIds: [person.id, ...person.substitutesFor],
        createdBy: person.id,
      };
