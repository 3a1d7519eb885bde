import { door } from '@/app/api/v1/door';
import { cardFieldContracts } from '@/lib/domain/counterparties/card-fields.contract';
import { updateCardField } from '@/lib/operations/settings/update-card-field';

export const PATCH = door(cardFieldContracts.update, updateCardField);
