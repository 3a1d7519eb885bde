// The folder of an installation's files.
import { mkdirSync } from 'node:fs';
import { Refusal } from './say.mjs';

/** @throws Refusal that names the setting when there is no such folder to write in */
export function makeDataDir(dataDir) {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw refuseDataDir(dataDir, error);
  }
}

/** What a command says when the folder turns out to be unusable. */
export function refuseDataDir(dataDir, { code, message }) {
  const reason =
    { EEXIST: 'it is a file', ENOTDIR: 'a part of its path is a file', EROFS: 'it is read-only' }[code] ??
    message;
  return new Refusal(`DATA_DIR=${dataDir} cannot be used: ${reason}`);
}
