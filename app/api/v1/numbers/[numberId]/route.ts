import { door } from '@/app/api/v1/door';
import { numberContracts } from '@/lib/domain/settings/numbers.contract';
import { updateCompanyNumber } from '@/lib/operations/settings/update-company-number';

export const PATCH = door(numberContracts.update, updateCompanyNumber);
