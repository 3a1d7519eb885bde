import { door } from '@/app/api/v1/door';
import { importContracts } from '@/lib/domain/imports/imports.contract';
import { listImportRows } from '@/lib/operations/imports/list-import-rows';

export const GET = door(importContracts.rows, listImportRows);
