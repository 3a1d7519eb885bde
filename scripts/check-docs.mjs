// Fails on a path, a command or a link in the documents that leads nowhere, and on a cited rule that the documents do not explain.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { folder } from './folder.mjs';
import { command, say } from './say.mjs';

const SKIPPED = new Set(['node_modules', '.next', '.git', 'data', 'test-results', 'playwright-report']);
const CODE = /\b(?:(?:IN|OUT|ON|SA|CO|CS|AD)-\d+|S\dp?|I\d+)\b/g;
/** Rules of the business stand in the first; what may happen to a call, and what always holds, in the second. */
const EXPLAINING = ['docs/rules.md', 'docs/architecture.md'];
const NPM_OWN = new Set(['ci', 'install', 'i', 'exec', 'run']);

/**
 * @param {string} root the checkout
 * @returns {string[]} one line per problem, `file:line: what is wrong`
 */
export function problemsOfDocs(root) {
  const files = listFiles(root);
  const documents = files.filter((file) => /^(README|CONTRIBUTING)\.md$|^docs\/.*\.md$/.test(file));
  return [
    ...documents.flatMap((file) => problemsOfDocument(root, files, file)),
    ...problemsOfCommands(root),
    ...problemsOfCodes(root, files),
  ];
}

function problemsOfDocument(root, files, file) {
  const problems = [];
  let isFenced = false;
  linesOf(root, file).forEach((line, index) => {
    const report = (problem) => problems.push(`${file}:${index + 1}: ${problem}`);
    if (/^\s*```/.test(line)) {
      isFenced = !isFenced;
      return;
    }
    const quoted = isFenced ? [line] : [...line.matchAll(/`([^`]+)`/g)].map(([, words]) => words);
    for (const words of quoted) {
      for (const problem of commandProblems(root, words)) report(problem);
      if (!isFenced && !placeExists(files, words)) report(`nothing is at ${words}`);
    }
    if (isFenced) return;
    for (const [, target] of line.replace(/`[^`]*`/g, '').matchAll(/\]\(([^)\s]+)\)/g)) {
      if (!linkLeadsSomewhere(root, file, target)) report(`the link ${target} leads nowhere`);
    }
  });
  return problems;
}

function commandProblems(root, words) {
  const scripts = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).scripts ?? {};
  const problems = [];
  for (const [, run, name] of words.matchAll(/\bnpm (run )?([a-z][\w:-]*)/g)) {
    if (name in scripts || (!run && NPM_OWN.has(name))) continue;
    problems.push(`no command npm ${run ?? ''}${name}`);
  }
  for (const [, program] of words.matchAll(/\bnpx (?:-\S+ )*([@\w./-]+)/g)) {
    if (!programsOfPackages(root).has(program)) problems.push(`no program npx ${program}`);
  }
  for (const [, script] of words.matchAll(/\bnode (?:--\S+ )*(scripts\/[\w./-]+)/g)) {
    if (!existsSync(path.join(root, script))) problems.push(`no script ${script}`);
  }
  return problems;
}

function programsOfPackages(root) {
  const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
  return new Set(Object.values(packages).flatMap(({ bin = {} }) => Object.keys(bin)));
}

function problemsOfCommands(root) {
  const { scripts = {} } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  return Object.entries(scripts).flatMap(([name, line]) =>
    [...line.matchAll(/scripts\/[\w./-]+/g)]
      .filter(([script]) => !existsSync(path.join(root, script)))
      .map(([script]) => `package.json: npm run ${name} wants ${script}, which does not exist`),
  );
}

/** Placeholders such as `<noun>`, `*`, `[id]` and `{sqlite,postgres}` stand for whatever is there; other words are no place. */
function placeExists(files, words) {
  const address = words.replace(/^PUBLIC_URL(?=\/)/, '');
  if (/^\/[\w[(<*{…]/.test(address)) return addressExists(files, address);
  const name = words.replace(/^@\//, '');
  if (!isPath(files, name)) return true;
  const pattern = asPattern(name.replace(/\/$/, ''));
  const wanted = name.includes('/') ? new RegExp(`^${pattern}(/|$)`) : new RegExp(`(^|/)${pattern}$`);
  return files.some((file) => wanted.test(file) || wanted.test(file.replace(/\.tsx?$/, '')));
}

function isPath(files, name) {
  if (!/^[\w.()[\]<>*{},…/-]+$/.test(name)) return false;
  const [top, ...below] = name.split('/');
  if (SKIPPED.has(top)) return false;
  if (/\.(tsx?|m?js|jsonc?|md|css|ya?ml)$/.test(name)) return below.length > 0 || !name.startsWith('.');
  return below.length > 0 && (name.endsWith('/') || files.some((file) => file.startsWith(`${top}/`)));
}

function asPattern(words) {
  return words
    .split(/(<[^>]+>|\*\*|\*|…|\{[^}]+\})/)
    .map((part) => {
      if (part === '**' || part === '…') return '.*';
      if (part === '*' || /^<.+>$/.test(part)) return '[^/]+';
      if (/^\{.+\}$/.test(part)) return `(${part.slice(1, -1).split(',').map(escaped).join('|')})`;
      return escaped(part);
    })
    .join('');
}

function escaped(words) {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** An address of the console: of a route below /api, of a screen or of a file in `public` elsewhere. */
function addressExists(files, address) {
  const plain = address.replace(/[?#].*$/, '');
  if (files.includes(`public${plain}`)) return true;
  const wanted = plain.split('/').filter(Boolean);
  const isStart = /(…|\*)$/.test(plain) || plain.startsWith('/api/');
  if (/(…|\*)$/.test(plain)) wanted.pop();
  const isVariable = (segment) => /^[{[<:].*[}\]>]?$/.test(segment);
  return files
    .filter((file) => /^app\/(.*\/)?(route\.ts|page\.tsx)$/.test(file))
    .map((file) => file.split('/').slice(1, -1))
    .map((segments) => segments.filter((segment) => !/^\(.*\)$/.test(segment)))
    .some(
      (segments) =>
        (segments.length === wanted.length || (isStart && segments.length > wanted.length)) &&
        wanted.every((segment, index) => segments[index] === segment || isVariable(segments[index])),
    );
}

function linkLeadsSomewhere(root, from, target) {
  if (/^[a-z]+:/i.test(target)) return true;
  const [place, anchor] = target.split('#');
  const file = place ? path.join(path.dirname(from), decodeURI(place)) : from;
  const full = path.join(root, file);
  if (!existsSync(full)) return false;
  if (!anchor || !file.endsWith('.md') || statSync(full).isDirectory()) return true;
  return linesOf(root, file).some((line) => /^#+ /.test(line) && anchorOf(line) === decodeURI(anchor));
}

function anchorOf(heading) {
  return heading
    .replace(/^#+ /, '')
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

function problemsOfCodes(root, files) {
  const explained = new Set(
    EXPLAINING.filter((file) => files.includes(file)).flatMap((file) =>
      linesOf(root, file).flatMap((line) => {
        // A heading, bold words or the first cell of a table's row.
        const prominent = /^#+ /.test(line) ? [line] : (line.match(/\*\*[^*]+\*\*|^\| [^|]+ \|/g) ?? []);
        return prominent.flatMap((words) => words.match(CODE) ?? []);
      }),
    ),
  );
  return files
    .filter((file) => /\.(tsx?|m?js|md|json)$/.test(file) && !/^(db\/migrations|package-lock)/.test(file))
    .flatMap((file) =>
      linesOf(root, file).flatMap((line, index) =>
        (line.match(CODE) ?? [])
          .filter((code) => !explained.has(code))
          .map((code) => `${file}:${index + 1}: no document explains ${code}`),
      ),
    );
}

function linesOf(root, file) {
  return readFileSync(path.join(root, file), 'utf8').split(/\r?\n/);
}

function listFiles(root, under = '') {
  return readdirSync(path.join(root, under), { withFileTypes: true }).flatMap((entry) => {
    const place = under ? `${under}/${entry.name}` : entry.name;
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : listFiles(root, place);
    return [place];
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await command(() => {
    const problems = problemsOfDocs(folder);
    for (const problem of problems) say(problem);
    say(problems.length ? `${problems.length} problems in the documents` : 'The documents lead somewhere.');
    return problems.length ? 1 : 0;
  });
}
