import { door } from '@/app/api/v1/door';
import { searchContracts } from '@/lib/domain/search/search.contract';
import { searchEverything } from '@/lib/operations/search/search-everything';

export const GET = door(searchContracts.everything, searchEverything);
