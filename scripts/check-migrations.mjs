// Fails when db/schema has changed and nobody wrote the migrations (npm run db:generate -- NAME).
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { folder } from './folder.mjs';
import { nodeProgram } from './install.mjs';
import { run } from './processes.mjs';
import { command, say } from './say.mjs';

await command(async () => {
  let missing = 0;
  for (const [dialect, name] of [
    ['sqlite', 'sqlite'],
    ['postgresql', 'postgres'],
  ]) {
    // drizzle-kit takes only paths inside the checkout.
    const trial = mkdtempSync(path.join(folder, 'node_modules', '.migrations-'));
    try {
      cpSync(path.join(folder, 'db', 'migrations', name), trial, { recursive: true });
      const before = readdirSync(trial).length;
      const { code, output } = await run(
        nodeProgram(),
        [
          'node_modules/drizzle-kit/bin.cjs',
          'generate',
          `--dialect=${dialect}`,
          `--schema=./db/schema/${name}.ts`,
          `--out=./${path.relative(folder, trial)}`,
          '--name=trial',
        ],
        { cwd: folder, quiet: true },
      );
      if (code !== 0) say(output);
      const isMissing = code !== 0 || readdirSync(trial).length !== before;
      if (isMissing) say(`db/schema and db/migrations/${name} differ: npm run db:generate -- NAME`);
      missing += isMissing ? 1 : 0;
    } finally {
      rmSync(trial, { recursive: true, force: true });
    }
  }
  if (!missing) say('The migrations make the schema.');
  return missing ? 1 : 0;
});
