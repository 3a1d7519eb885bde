import { door } from '@/app/api/v1/door';
import { personalDataContracts } from '@/lib/domain/personal-data/personal-data.contract';
import { findSubjects } from '@/lib/operations/personal-data/find-subjects';

export const GET = door(personalDataContracts.find, findSubjects);
