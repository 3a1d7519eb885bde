import { door } from '@/app/api/v1/door';
import { settingsContracts } from '@/lib/domain/settings/settings.contract';
import { getCallWords } from '@/lib/operations/settings/get-call-words';
import { updateCallWords } from '@/lib/operations/settings/update-call-words';

export const GET = door(settingsContracts.getCallWords, getCallWords);
export const PUT = door(settingsContracts.updateCallWords, updateCallWords);
