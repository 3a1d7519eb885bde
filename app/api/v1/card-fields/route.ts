import { door } from '@/app/api/v1/door';
import { cardFieldContracts } from '@/lib/domain/counterparties/card-fields.contract';
import { createCardField } from '@/lib/operations/settings/create-card-field';
import { listCardFields } from '@/lib/operations/settings/list-card-fields';

export const GET = door(cardFieldContracts.list, listCardFields);
export const POST = door(cardFieldContracts.create, createCardField);
