import { door } from '@/app/api/v1/door';
import { importContracts } from '@/lib/domain/counterparties/imports.contract';
import { previewImport } from '@/lib/operations/counterparties/preview-import';

export const POST = door(importContracts.preview, previewImport);
