// npm start: installs, builds and prepares what is missing, then runs the console (and, in a demo, the line simulator). Any Node from 18 on.
import { command } from './say.mjs';
import { serve } from './serve.mjs';

await command(() => serve('start'));
