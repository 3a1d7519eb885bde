import { door } from '@/app/api/v1/door';
import { folderContracts } from '@/lib/domain/folders/folders.contract';
import { signStep } from '@/lib/operations/folders/sign-step';

export const POST = door(folderContracts.sign, signStep);
