// Builds the console if its sources changed.
import { ensureBuilt } from './build.mjs';
import { ensureInstalled, nodeProgram } from './install.mjs';
import { command } from './say.mjs';

await command(async () => {
  await ensureInstalled();
  await ensureBuilt(nodeProgram());
});
