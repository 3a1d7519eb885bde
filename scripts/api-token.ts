// npm run api-token -- --employee you@example.com [--label CRM]: a token for the API with that employee's rights.
import { parseArgs } from 'node:util';
import { createApiToken } from '@/lib/operations/sessions/create-api-token';
import { inShell } from './shell-context';

const { values } = parseArgs({ options: { employee: { type: 'string' }, label: { type: 'string' } } });

if (!values.employee?.trim()) {
  console.log('Whose rights? npm run api-token -- --employee you@example.com --label CRM');
  process.exitCode = 1;
} else {
  const { employee, label = 'API' } = values;
  await inShell(async (context) => {
    const { token } = await createApiToken(context, { email: employee, label: label.slice(0, 100) });
    console.log(`The token is told this once; send it as "Authorization: Bearer …":`);
    console.log(`  ${token}`);
  });
}
