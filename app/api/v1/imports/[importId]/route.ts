import { door } from '@/app/api/v1/door';
import { importContracts } from '@/lib/domain/imports/imports.contract';
import { getImport } from '@/lib/operations/imports/get-import';

export const GET = door(importContracts.get, getImport);
