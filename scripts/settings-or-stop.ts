import { readSettings, type Settings } from '@/lib/env';

/** The settings of this command. When they cannot be used it says why, a line for each, and ends the process. */
export function settingsOrStop(): Settings {
  const result = readSettings(process.env);
  if (result.ok) return result.settings;
  console.log(
    'The settings cannot be used. Set these in the environment or in .env (.env.example explains each):',
  );
  for (const problem of result.problems) console.log(`  ${problem}`);
  process.exit(1);
}
