import { door } from '@/app/api/v1/door';
import { callScriptContracts } from '@/lib/domain/call-scripts/call-scripts.contract';
import { listWordings } from '@/lib/operations/call-scripts/list-wordings';
import { publishWording } from '@/lib/operations/call-scripts/publish-wording';

export const GET = door(callScriptContracts.listWordings, listWordings);
export const POST = door(callScriptContracts.publishWording, publishWording);
