import pg from 'pg';
import { expect, test } from 'vitest';

test('the run brings its own PostgreSQL, on which a test makes databases and folds Cyrillic case', async () => {
  const url = process.env.TEST_POSTGRES_URL;
  expect(url).toBeDefined();
  const maintenance = new pg.Client({ connectionString: url });
  await maintenance.connect();
  await maintenance.query('CREATE DATABASE probe');
  await maintenance.query('CREATE DATABASE probe_copy TEMPLATE probe');
  const { rows } = await maintenance.query("SELECT lower('ЁЛКА') AS word");
  await maintenance.query('DROP DATABASE probe_copy');
  await maintenance.query('DROP DATABASE probe');
  await maintenance.end();
  expect(rows).toEqual([{ word: 'ёлка' }]);
});
