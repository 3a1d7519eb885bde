import { door } from '@/app/api/v1/door';
import { settingsContracts } from '@/lib/domain/settings/settings.contract';
import { getTimes } from '@/lib/operations/settings/get-times';
import { updateTimes } from '@/lib/operations/settings/update-times';

export const GET = door(settingsContracts.getTimes, getTimes);
export const PUT = door(settingsContracts.updateTimes, updateTimes);
