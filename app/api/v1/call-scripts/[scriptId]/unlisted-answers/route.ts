import { door } from '@/app/api/v1/door';
import { callScriptContracts } from '@/lib/domain/call-scripts/call-scripts.contract';
import { listUnlistedAnswers } from '@/lib/operations/call-scripts/list-unlisted-answers';

export const GET = door(callScriptContracts.listUnlistedAnswers, listUnlistedAnswers);
