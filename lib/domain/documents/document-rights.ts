import type { Person } from '@/lib/domain/employees/employee';
import { allows } from '@/lib/domain/employees/permission';

/** Templates of documents are published by default by management and the general director. */
export const mayPublishTemplates = (person: Person) => allows(person, 'publishTemplates');
