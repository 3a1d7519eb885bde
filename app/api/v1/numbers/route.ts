import { door } from '@/app/api/v1/door';
import { numberContracts } from '@/lib/domain/settings/numbers.contract';
import { createCompanyNumber } from '@/lib/operations/settings/create-company-number';
import { listCompanyNumbers } from '@/lib/operations/settings/list-company-numbers';

export const GET = door(numberContracts.list, listCompanyNumbers);
export const POST = door(numberContracts.create, createCompanyNumber);
