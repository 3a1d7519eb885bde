/** Somebody rings: an E.164 number. Returns the sid of the call. */
export async function ringFrom(lineUrl: string, from: string): Promise<string> {
  return (await control<{ sid: string }>(`${lineUrl}/control/calls`, { from })).sid;
}

export async function hangUp(lineUrl: string, sid: string): Promise<void> {
  await control(`${lineUrl}/control/calls/${sid}/hang-up`, {});
}

async function control<Answer>(url: string, body: object): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Answer;
}
