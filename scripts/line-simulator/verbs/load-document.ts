import type { Call } from '../line/call.ts';
import { callParameters } from '../line/call-parameters.ts';
import { type Line, reportToDebugger } from '../line/line.ts';
import { parseTwiml, readTwimlAnswer, type TwimlDocument, TwimlError } from '../twiml/twiml-document.ts';
import type { ProgramSource } from './scope.ts';

type Loaded = { document: TwimlDocument; url: string | null };

/** Gets a document, or the fallback's when that fails; null when neither is of use. */
export async function loadDocument(
  line: Line,
  call: Call,
  source: ProgramSource,
  signal: AbortSignal,
): Promise<Loaded | null> {
  if ('twiml' in source) {
    const document = parseOrReport(line, call, () => parseTwiml(source.twiml));
    return 'document' in document ? { document: document.document, url: null } : null;
  }
  const first = await fetchDocument(line, call, source, 'TwiML', signal);
  if ('document' in first) return first;
  if (!call.fallback) return null;
  const second = await fetchDocument(
    line,
    call,
    {
      ...call.fallback,
      parameters: { ...source.parameters, ErrorCode: String(first.code), ErrorUrl: first.url },
    },
    'fallback TwiML',
    signal,
  );
  return 'document' in second ? second : null;
}

async function fetchDocument(
  line: Line,
  call: Call,
  source: Exclude<ProgramSource, { twiml: string }>,
  label: string,
  signal: AbortSignal,
): Promise<Loaded | { code: number; url: string }> {
  const { answer, failure, url } = await line.request(
    { ...source, parameters: { ...callParameters(line, call), ...source.parameters } },
    { callSid: call.sid, label },
  );
  signal.throwIfAborted();
  if (failure || !answer) {
    const fault = failure ?? { code: 11200, message: 'No answer' };
    reportToDebugger(line, fault, { callSid: call.sid });
    return { code: fault.code, url };
  }
  const read = parseOrReport(line, call, () => readTwimlAnswer(answer));
  return 'document' in read ? { document: read.document, url } : { code: read.code, url };
}

function parseOrReport(
  line: Line,
  call: Call,
  parse: () => TwimlDocument,
): { document: TwimlDocument } | { code: number } {
  try {
    return { document: parse() };
  } catch (error) {
    if (!(error instanceof TwimlError)) throw error;
    reportToDebugger(line, error, { callSid: call.sid });
    return { code: error.code };
  }
}
