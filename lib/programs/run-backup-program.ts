import { runProgram } from './run-program';

/** `npm run backup` with these options. */
export const runBackupProgram = (options: string[]) => runProgram('backup.ts', options);
