// npm run dev: like `npm start`, but the console follows its sources instead of being built.
import { command } from './say.mjs';
import { serve } from './serve.mjs';

await command(() => serve('dev'));
