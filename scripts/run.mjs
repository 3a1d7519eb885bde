// node scripts/run.mjs FILE …: runs a TypeScript command with the right Node and with the settings `npm start` would use.
import { folder } from './folder.mjs';
import { ensureInstalled, nodeProgram } from './install.mjs';
import { runningLinePort } from './line.mjs';
import { run } from './processes.mjs';
import { command, Refusal } from './say.mjs';
import { resolveSettings } from './settings.mjs';

await command(async () => {
  const [file, ...rest] = process.argv.slice(2);
  if (!file) throw new Refusal('Which command? node scripts/run.mjs scripts/prepare.ts');
  // A backup is wanted most when new code has just been fetched.
  await ensureInstalled({ orAsItIs: true });
  const { variables, dataDir } = resolveSettings(folder, process.env);
  variables.LINE_PORT =
    process.env.LINE_PORT || (runningLinePort(dataDir)?.toString() ?? variables.LINE_PORT);
  return (await run(nodeProgram(), ['--import', 'tsx', file, ...rest], { cwd: folder, env: variables })).code;
});
