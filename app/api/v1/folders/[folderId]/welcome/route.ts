import { door } from '@/app/api/v1/door';
import { folderContracts } from '@/lib/domain/folders/folders.contract';
import { correctWelcome } from '@/lib/operations/folders/correct-welcome';
import { noteWelcome } from '@/lib/operations/folders/note-welcome';

export const POST = door(folderContracts.noteWelcome, noteWelcome);
export const PUT = door(folderContracts.correctWelcome, correctWelcome);
