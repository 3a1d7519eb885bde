// Read by the build (next.config.js): the messages of a file, each parsed beforehand, so that no browser needs the parser.
import compile from 'icu-minify/compile';

/** @param {string} source the JSON of one noun in one language */
export default function compileMessages(source) {
  return JSON.stringify(compileEach(JSON.parse(source)));
}

function compileEach(messages) {
  if (typeof messages === 'string') return compile(messages);
  return Object.fromEntries(Object.entries(messages).map(([key, message]) => [key, compileEach(message)]));
}
