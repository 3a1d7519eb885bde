import { door } from '@/app/api/v1/door';
import { callScriptContracts } from '@/lib/domain/call-scripts/call-scripts.contract';
import { listCallsOfStep } from '@/lib/operations/call-scripts/list-calls-of-step';

export const GET = door(callScriptContracts.listCalls, listCallsOfStep);
