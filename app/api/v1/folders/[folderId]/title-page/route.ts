import { door } from '@/app/api/v1/door';
import { folderContracts } from '@/lib/domain/folders/folders.contract';
import { correctTitlePage } from '@/lib/operations/folders/correct-title-page';

export const PUT = door(folderContracts.correctTitlePage, correctTitlePage);
