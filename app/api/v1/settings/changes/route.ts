import { door } from '@/app/api/v1/door';
import { settingsContracts } from '@/lib/domain/settings/settings.contract';
import { listChanges } from '@/lib/operations/settings/list-changes';

export const GET = door(settingsContracts.listChanges, listChanges);
