import { door } from '@/app/api/v1/door';
import { importContracts } from '@/lib/domain/imports/imports.contract';
import { undoImport } from '@/lib/operations/imports/undo-import';

export const POST = door(importContracts.undo, undoImport);
