// npm run db:generate -- NAME: writes the next migration of both databases from the one schema.
import { folder } from './folder.mjs';
import { ensureInstalled, nodeProgram } from './install.mjs';
import { run } from './processes.mjs';
import { command, Refusal, say } from './say.mjs';

await command(async () => {
  const name = process.argv[2];
  if (!name) throw new Refusal('Name the change: npm run db:generate -- add-appeals');
  await ensureInstalled();
  for (const dialect of ['sqlite', 'postgres']) {
    say(`Migration for ${dialect}:`);
    const { code } = await run(
      nodeProgram(),
      ['node_modules/drizzle-kit/bin.cjs', 'generate', '--name', name],
      { cwd: folder, env: { ...process.env, MIGRATION_DIALECT: dialect } },
    );
    if (code !== 0) return code;
  }
  return 0;
});
