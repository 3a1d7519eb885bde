import { door } from '@/app/api/v1/door';
import { retentionContracts } from '@/lib/domain/retention/retention.contract';
import { previewRetention } from '@/lib/operations/retention/preview-retention';

export const GET = door(retentionContracts.previewRetention, previewRetention);
