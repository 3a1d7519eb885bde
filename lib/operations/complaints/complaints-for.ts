import type { ComplaintsOf } from '@/db/complaints';
import type { Person } from '@/lib/domain/employees/employee';
import {
  headlessDepartmentsOf,
  seesEveryCard,
  standsInForDirector,
} from '@/lib/domain/employees/permissions';

/**
 * Whose complaints stand on a person's board: everybody's for those who see every card or stand in for the general director, else
 * those of their own department and of one for whose head they stand in (CS-9), and those they answer for or took down,
 * whoever caused them.
 */
export const complaintsFor = (person: Person): ComplaintsOf | undefined =>
  seesEveryCard(person) || standsInForDirector(person)
    ? undefined
    : {
        departmentIds: [
          ...new Set([person, ...headlessDepartmentsOf(person)].map(({ departmentId }) => departmentId)),
        ],
        ownerIds: [person.id, ...person.substitutesFor],
        createdBy: person.id,
      };
