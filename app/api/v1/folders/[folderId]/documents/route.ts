import { door } from '@/app/api/v1/door';
import { documentContracts } from '@/lib/domain/documents/documents.contract';
import { makeDocument } from '@/lib/operations/documents/make-document';

export const POST = door(documentContracts.make, makeDocument);
