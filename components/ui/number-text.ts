/** Whether a text is a number as people type it, or nothing at all; a sign of thousands or a decimal comma may be in it. */
export const isNumberText = (text: string) => text.trim() === '' || /^\s*[-−]?\d[\d\s.,]*$/u.test(text);
