// npm run rebuild-reports: measures every call anew for the reports; the console may go on running.
import { measureAllCallsAnew } from '@/lib/operations/reports/measure-older-calls';
import { inShell } from './shell-context';

await inShell(async (context) => {
  await measureAllCallsAnew(context);
  console.log('Every call is measured.');
});
