/** The look shared by everything one types or chooses in. */
export const CONTROL_STYLE =
  'w-full min-w-0 rounded-md border border-edge bg-surface text-base text-ink hover:border-ink focus-visible:outline-2 focus-visible:outline-offset-0 focus-visible:outline-focus aria-invalid:border-danger data-invalid:border-danger data-invalid:shadow-[inset_0_0_0_1px_var(--color-danger)] disabled:cursor-not-allowed disabled:border-line disabled:bg-sunken disabled:text-soft data-disabled:border-line data-disabled:bg-sunken data-disabled:text-soft [&:is(input,textarea):read-only]:bg-sunken';

export const POPUP_STYLE = 'rounded-lg border border-line bg-raised text-ink shadow-raised outline-none';

export const OPTION_STYLE =
  'flex min-h-8 cursor-default select-none items-center gap-2 rounded-md px-2 py-1 text-base outline-none data-disabled:text-faint data-highlighted:bg-accent-tint';
