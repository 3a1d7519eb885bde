import { door } from '@/app/api/v1/door';
import { documentContracts } from '@/lib/domain/documents/documents.contract';
import { listTemplates } from '@/lib/operations/documents/list-templates';

export const GET = door(documentContracts.templates, listTemplates);
