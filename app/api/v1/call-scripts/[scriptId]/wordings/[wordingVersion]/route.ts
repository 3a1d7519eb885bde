import { door } from '@/app/api/v1/door';
import { callScriptContracts } from '@/lib/domain/call-scripts/call-scripts.contract';
import { getWording } from '@/lib/operations/call-scripts/get-wording';

export const GET = door(callScriptContracts.getWording, getWording);
