/** One request to the control API; throws an Error with the words of the refusal. */
export async function ask(method, path, input) {
  const answer = await fetch(`/control/${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: input === undefined ? undefined : JSON.stringify(input),
  });
  const body = answer.status === 204 ? null : await answer.json();
  if (!answer.ok) throw new Error(body?.error ?? answer.statusText);
  return body;
}
