import { door } from '@/app/api/v1/door';
import { callScriptContracts } from '@/lib/domain/call-scripts/call-scripts.contract';
import { listCallScripts } from '@/lib/operations/call-scripts/list-call-scripts';

export const GET = door(callScriptContracts.list, listCallScripts);
