import { listDiallingCodes } from '@/db/cities';
import type { Db } from '@/db/store';
import { areaCodeLengths, type CodeLengthOf } from '@/lib/domain/phones/area-code-lengths';

/** How many digits the code of a number has, by the cities of the settings. */
export async function readCodeLengths(db: Db): Promise<CodeLengthOf> {
  return areaCodeLengths(await listDiallingCodes(db));
}
