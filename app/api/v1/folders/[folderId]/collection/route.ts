import { door } from '@/app/api/v1/door';
import { folderContracts } from '@/lib/domain/folders/folders.contract';
import { collectParcel } from '@/lib/operations/folders/collect-parcel';

export const POST = door(folderContracts.collect, collectParcel);
