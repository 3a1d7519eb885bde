import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { focusOnWhatIsLeft } from './left-to-do';

beforeEach(() => vi.stubGlobal('CSS', { escape: (text: string) => text }));
afterEach(() => vi.unstubAllGlobals());

const target = () => ({ focus: vi.fn() });

/** A form of which only what is looked for is there. */
const formWith = (found: Record<string, unknown>) =>
  ({ querySelector: (selector: string) => found[selector] ?? null }) as unknown as Element;

const save = 'button[type="submit"], button[data-saves]';

test('after own edits were moved the first field to be decided about comes next, then saving', () => {
  const [field, saving, choice] = [target(), target(), target()];
  const note = { closest: () => ({ id: 'note' }), querySelector: () => choice };
  const control = '[aria-describedby~="note"]:not([aria-hidden])';
  focusOnWhatIsLeft(formWith({ '[data-contested]': note, [control]: field, [save]: saving }));
  expect(field.focus).toHaveBeenCalledOnce();
  focusOnWhatIsLeft(formWith({ '[data-contested]': note, [save]: saving }));
  expect(choice.focus).toHaveBeenCalledOnce();
  expect(saving.focus).not.toHaveBeenCalled();
  focusOnWhatIsLeft(formWith({ [save]: saving }));
  expect(saving.focus).toHaveBeenCalledOnce();
});
