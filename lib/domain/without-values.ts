/**
 * An error as it may stand in a log: the values of a failed query, which may be somebody's name or number, are left out of it
 * and of its causes.
 */
export function withoutValues(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const hasValues = 'params' in error || 'detail' in error;
  const cause = withoutValues(error.cause);
  if (!hasValues && cause === error.cause) return error;
  const message = error.message.replace(/\nparams: [\s\S]*$/, '');
  const plain = Object.assign(new Error(message, cause === undefined ? undefined : { cause }), {
    name: error.name,
    ...('code' in error && { code: error.code }),
  });
  plain.stack = error.stack?.replace(error.message, () => message);
  return plain;
}
