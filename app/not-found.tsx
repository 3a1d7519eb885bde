import { NotFoundWords, notFoundMetadata } from './not-found-words';

export const generateMetadata = notFoundMetadata;

export default function NotFound() {
  return (
    <main className="mx-auto flex min-h-dvh max-w-md flex-col justify-center p-6">
      <NotFoundWords />
    </main>
  );
}
