import { door } from '@/app/api/v1/door';
import { documentContracts } from '@/lib/domain/documents/documents.contract';
import { listTemplateVersions } from '@/lib/operations/documents/list-templates';
import { publishTemplate } from '@/lib/operations/documents/publish-template';

export const GET = door(documentContracts.versions, listTemplateVersions);
export const POST = door(documentContracts.publish, publishTemplate);
