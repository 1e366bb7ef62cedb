/** Characters that nobody sees and that the server refuses: controls, and those that reorder the text around them. */
const unseen = /[\u202A-\u202E\u2066-\u2069]|(?![\n\r\t])\p{Cc}/gu;

/** A text as it is sent: what a paste brought along unseen is left out, and nothing else. */
export const sayable = (text: string): string => text.replace(unseen, '').trim();
