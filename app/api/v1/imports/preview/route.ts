import { door } from '@/app/api/v1/door';
import { importContracts } from '@/lib/domain/imports/imports.contract';
import { previewImport } from '@/lib/operations/imports/preview-import';

export const POST = door(importContracts.preview, previewImport);
