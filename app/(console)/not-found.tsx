import { NotFoundWords } from '@/app/not-found-words';

/** Whatever is missing inside the console: the shell and its call bar stay. */
export default function ConsoleNotFound() {
  return (
    <div className="mx-auto max-w-md py-16">
      <NotFoundWords />
    </div>
  );
}
