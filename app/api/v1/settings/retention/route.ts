import { door } from '@/app/api/v1/door';
import { retentionContracts } from '@/lib/domain/retention/retention.contract';
import { getRetention } from '@/lib/operations/retention/get-retention';
import { updateRetention } from '@/lib/operations/retention/update-retention';

export const GET = door(retentionContracts.getRetention, getRetention);
export const PUT = door(retentionContracts.updateRetention, updateRetention);
