const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A text as it stands in a page of HTML. */
export const htmlText = (text: string) => text.replace(/[&<>"']/g, (sign) => signs[sign]!);
