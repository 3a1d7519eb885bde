import { door } from '@/app/api/v1/door';
import { callScriptContracts } from '@/lib/domain/call-scripts/call-scripts.contract';
import { readTraffic } from '@/lib/operations/call-scripts/read-traffic';

export const GET = door(callScriptContracts.readTraffic, readTraffic);
