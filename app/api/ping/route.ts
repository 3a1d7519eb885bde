export const dynamic = 'force-dynamic';

/** For whoever only asks whether the process answers: 204, without the database or anything else of ours. */
export const GET = () => new Response(null, { status: 204 });
