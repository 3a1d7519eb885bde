import { type ChildProcess, spawn } from 'node:child_process';
import { sleep } from '@/scripts/processes.mjs';

export type Start = {
  process: ChildProcess;
  /** All it has said so far. */
  words(): string;
  /** Waits until it has announced its addresses. @throws Error with its words when it ends instead. */
  isUp(): Promise<void>;
  /** Waits for its end. */
  exitCode: Promise<number | null>;
};

/** `npm start` with these settings alone: the tester's own account, database and address stay out of it. */
export function spawnStart(settings: Record<string, string>): Start {
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    env: { ...withoutInstallation(process.env), ENV_FILE: 'none', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let words = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      words += chunk;
    });
  }
  return {
    process: child,
    words: () => words,
    isUp: async () => {
      while (!words.includes('Ctrl-C stops everything')) {
        if (child.exitCode !== null) throw new Error(`The console did not start:\n${words}`);
        await sleep(50);
      }
    },
    exitCode: new Promise((resolve) => child.once('close', resolve)),
  };
}

function withoutInstallation(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(environment).filter(
      ([key]) =>
        !/^(TWILIO_|DEMO_|NEXTAUTH_|LINE_)|^(DATABASE_URL|PUBLIC_URL|AUTH_SECRET|HOST|BACKUP_DIR|NODE_ENV)$/.test(
          key,
        ),
    ),
  ) as NodeJS.ProcessEnv;
}
