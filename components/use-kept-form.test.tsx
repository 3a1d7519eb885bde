import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';

test('a form that comes with the page begins as the server showed it, whatever the tab keeps', async () => {
  const storage = { getItem: () => JSON.stringify({ text: 'из вкладки' }) };
  vi.stubGlobal('window', { sessionStorage: storage });
  try {
    const { useKeptForm } = await import('./use-kept-form');
    const Form = () => {
      const { form, isRestored } = useKeptForm('letter', () => ({ text: 'с сервера' }));
      return <p>{`${form.text} ${isRestored}`}</p>;
    };
    expect(renderToStaticMarkup(<Form />)).toBe('<p>с сервера false</p>');
  } finally {
    vi.unstubAllGlobals();
  }
});
