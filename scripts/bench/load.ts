import { fork } from 'node:child_process';
import path from 'node:path';
import { folder } from '@/scripts/folder.mjs';
import type { Load, LoadResult } from './load-generator';

export type LoadGenerator = {
  /** @throws Error when any request was not answered with success */
  run(load: Load): Promise<LoadResult>;
  stop(): void;
};

export function startLoadGenerator(): LoadGenerator {
  const child = forkTypeScript('load-generator.ts');
  return {
    run: (load) =>
      new Promise((resolve, reject) => {
        const ended = () => reject(new Error('the load generator ended'));
        child.once('exit', ended);
        child.once('message', ({ result, problem }: { result?: LoadResult; problem?: string }) => {
          child.off('exit', ended);
          if (!result) reject(new Error(problem));
          else if (Object.keys(result.problems).length > 0)
            reject(new Error(`${load.target.url}: ${JSON.stringify(result.problems)}`));
          else resolve(result);
        });
        child.send(load);
      }),
    stop: () => child.disconnect(),
  };
}

export function forkTypeScript(file: string, args: string[] = []) {
  return fork(path.join(folder, 'scripts', 'bench', file), args, {
    cwd: folder,
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}
