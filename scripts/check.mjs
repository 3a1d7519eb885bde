// npm run check: format, lint, types, migrations, documents and unused exports; what can be known without running the product.
import { ensureInstalled, nodeProgram } from './install.mjs';
import { command } from './say.mjs';
import { checks, runSteps } from './steps.mjs';

await command(async () => {
  await ensureInstalled();
  return (await runSteps(checks(nodeProgram()))).ok ? 0 : 1;
});
