import { saveFile } from '@/components/exports/save-file';

/** Fetches a file and gives it to the browser; false when it was refused or the connection is lost. */
export async function saveResponse(
  address: string,
  name: string,
  change: (file: Blob) => Promise<Blob> = async (file) => file,
): Promise<boolean> {
  try {
    const response = await fetch(address, { cache: 'no-store' });
    if (!response.ok) return false;
    saveFile(await change(await response.blob()), name);
    return true;
  } catch {
    return false;
  }
}
