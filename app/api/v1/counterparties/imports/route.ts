import { door } from '@/app/api/v1/door';
import { importContracts } from '@/lib/domain/counterparties/imports.contract';
import { listImports } from '@/lib/operations/counterparties/list-imports';
import { runImport } from '@/lib/operations/counterparties/run-import';

export const GET = door(importContracts.list, listImports);
export const POST = door(importContracts.run, runImport);
