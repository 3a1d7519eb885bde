import { permanentRedirect } from 'next/navigation';

/** Where the import was before it took files of other kinds. */
export default function FormerImportPage() {
  permanentRedirect('/imports');
}
