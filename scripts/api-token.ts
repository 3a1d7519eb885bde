// npm run api-token -- --employee you@example.com [--label CRM] [--days 90] [--read-only]: a token for the API with that
// employee's rights, or with none but to read; for a year unless said.
import { parseArgs } from 'node:util';
import { tokenLifeDays } from '@/lib/domain/employees/token-life';
import { createApiToken } from '@/lib/operations/sessions/create-api-token';
import { inShell } from './shell-context';

const { values } = parseArgs({
  options: {
    employee: { type: 'string' },
    label: { type: 'string' },
    days: { type: 'string' },
    'read-only': { type: 'boolean' },
  },
});
const longest = Math.max(...tokenLifeDays);
const days = Number(values.days ?? longest);

if (!values.employee?.trim()) {
  console.log('Whose rights? npm run api-token -- --employee you@example.com --label CRM');
  process.exitCode = 1;
} else if (!Number.isInteger(days) || days < 1 || days > longest) {
  console.log(`For how many days? --days 1 to ${longest}`);
  process.exitCode = 1;
} else {
  const { employee, label = 'API' } = values;
  const scope = values['read-only'] ? 'read' : 'change';
  await inShell(async (context) => {
    const { token, expiresAt } = await createApiToken(context, {
      ...{ email: employee, label: label.slice(0, 100), scope, days },
    });
    console.log(`The token is told this once; send it as "Authorization: Bearer …":`);
    console.log(`  ${token}`);
    console.log(`It expires on ${new Date(expiresAt).toISOString().slice(0, 10)}.`);
  });
}
