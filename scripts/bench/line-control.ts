/** Somebody rings: an E.164 number. Returns the sid of the call. */
export async function ringFrom(lineUrl: string, from: string): Promise<string> {
  return (await control<{ sid: string }>(`${lineUrl}/control/calls`, { from })).sid;
}

export async function hangUp(lineUrl: string, sid: string): Promise<void> {
  await control(`${lineUrl}/control/calls/${sid}/hang-up`, {});
}

/** The person at this end of the line says a tone until their call is over. */
export async function soundTone(lineUrl: string, sid: string, hz: number): Promise<void> {
  await control(`${lineUrl}/control/calls/${sid}/tone`, { hz });
}

/** When the person at this end first hears that tone, epoch ms. @throws Error when they do not within ten seconds */
export async function firstToneAt(lineUrl: string, sid: string, hz: number): Promise<number> {
  const response = await fetch(`${lineUrl}/control/calls/${sid}/first-tone?hz=${hz}&ms=10000`);
  const { at } = (await response.json()) as { at: number | null };
  if (!at) throw new Error(`the caller heard nothing of ${hz} Hz within 10 s`);
  return at;
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
