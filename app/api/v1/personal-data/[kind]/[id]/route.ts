import { door } from '@/app/api/v1/door';
import { personalDataContracts } from '@/lib/domain/personal-data/personal-data.contract';
import { previewErasure } from '@/lib/operations/personal-data/preview-erasure';

export const GET = door(personalDataContracts.preview, previewErasure);
