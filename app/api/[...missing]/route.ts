/** An address that no program knows: told as such, and not by a page of the console. */
const answer = () =>
  Response.json({ error: { code: 'notFound', message: 'there is no such address' } }, { status: 404 });

export { answer as DELETE, answer as GET, answer as PATCH, answer as POST, answer as PUT };
