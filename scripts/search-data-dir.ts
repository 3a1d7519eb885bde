// Prints which files of a data directory hold one of the texts it is given to read, as JSON; the console has it run.
import { text } from 'node:stream/consumers';
import { searchInstallation } from '@/db/personal-data/search-installation';

const [, , dataDir] = process.argv;
// Listening for the end of the console that started it must not keep it from ending itself.
process.channel?.unref();
const texts = JSON.parse(await text(process.stdin)) as string[];
console.log(JSON.stringify(await searchInstallation(dataDir!, texts)));
