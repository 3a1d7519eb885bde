import { door } from '@/app/api/v1/door';
import { importContracts } from '@/lib/domain/imports/imports.contract';
import { stopImport } from '@/lib/operations/imports/stop-import';

export const POST = door(importContracts.stop, stopImport);
