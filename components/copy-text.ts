/**
 * Copies to the clipboard; tells whether it is there. Browsers give a page no clipboard over plain http, and may refuse it
 * elsewhere.
 */
export async function copyText(
  text: string,
  clipboard: Pick<Clipboard, 'writeText'> | undefined = navigator.clipboard,
): Promise<boolean> {
  if (!clipboard) return false;
  return clipboard.writeText(text).then(
    () => true,
    () => false,
  );
}
