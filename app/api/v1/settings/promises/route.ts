import { door } from '@/app/api/v1/door';
import { settingsContracts } from '@/lib/domain/settings/settings.contract';
import { getPromises } from '@/lib/operations/settings/get-promises';
import { updatePromises } from '@/lib/operations/settings/update-promises';

export const GET = door(settingsContracts.getPromises, getPromises);
export const PUT = door(settingsContracts.updatePromises, updatePromises);
