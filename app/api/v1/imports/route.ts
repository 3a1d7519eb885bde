import { door } from '@/app/api/v1/door';
import { importContracts } from '@/lib/domain/imports/imports.contract';
import { listImports } from '@/lib/operations/imports/list-imports';
import { startImport } from '@/lib/operations/imports/start-import';

export const GET = door(importContracts.list, listImports);
export const POST = door(importContracts.start, startImport);
