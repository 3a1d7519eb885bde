import { door } from '@/app/api/v1/door';
import { importContracts } from '@/lib/domain/imports/imports.contract';
import { resumeImport } from '@/lib/operations/imports/resume-import';

export const POST = door(importContracts.resume, resumeImport);
