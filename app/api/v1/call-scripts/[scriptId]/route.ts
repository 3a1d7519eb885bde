import { door } from '@/app/api/v1/door';
import { callScriptContracts } from '@/lib/domain/call-scripts/call-scripts.contract';
import { getCallScript } from '@/lib/operations/call-scripts/get-call-script';

export const GET = door(callScriptContracts.get, getCallScript);
