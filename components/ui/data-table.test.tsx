import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { DataTable } from './data-table';

const shown = (isBeside: boolean) =>
  renderToStaticMarkup(
    <DataTable
      caption="Запланировано"
      columns={[{ key: 'what', header: 'Что', cell: (row: { id: string }) => row.id }]}
      rows={[{ id: 'one' }]}
      rowKey={({ id }) => id}
      isBeside={isBeside}
    />,
  );

test('a table beside other things is scrolled in its place, one that has the page to itself keeps its head in sight', () => {
  expect(shown(true)).not.toContain('desk:overflow-x-visible');
  expect(shown(true)).toContain('[--table-top:0px]');
  expect(shown(false)).toContain('desk:overflow-x-visible');
});
