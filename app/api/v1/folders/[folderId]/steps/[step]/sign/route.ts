import { door } from '@/app/api/v1/door';
import { hasPost } from '@/lib/context';
import { folderContracts } from '@/lib/domain/folders/folders.contract';
import { signStep } from '@/lib/operations/folders/sign-step';

export const POST = door(folderContracts.sign, (context, input) =>
  signStep(context, input, { hasPost: hasPost() }),
);
