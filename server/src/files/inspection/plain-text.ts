import { Refused } from './refused.ts';

/** Bytes that no text holds: controls but tab, line feed, form feed and carriage return. */
const isControl = (byte: number) => (byte < 0x20 && ![9, 10, 12, 13].includes(byte)) || byte === 0x7f;

/** Bytes that Windows’ western page leaves undefined; the rest of that page are letters and signs. */
const undefinedInWestern = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

function isUtf8(content: Uint8Array): boolean {
  try {
    // Encoded in UTF-8, the second half of the controls takes two bytes, which a test by byte does not see.
    return !/[\u0080-\u009F]/.test(new TextDecoder('utf-8', { fatal: true }).decode(content));
  } catch {
    return false;
  }
}

/** What a browser or a shell would run, wherever it stands in the text. */
const markup = /<(?:!doctype\s+html|html|head|body|script|iframe|object|embed|svg|meta|link|style|img|\?php|\?xml)\b/i;
const program = /^(?:\uFEFF)?\s*(?:#!|@echo\b|<%|\{\\rtf)/i;

/**
 * True for text in UTF-8, or in the western page of Windows and its subset Latin 1. Throws Refused `dangerous` when the
 * text is a page, a drawing or a program.
 */
export function isPlainText(content: Uint8Array): boolean {
  if (content.some(isControl)) return false;
  if (!isUtf8(content) && content.some((byte) => undefinedInWestern.has(byte))) return false;
  const text = Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('latin1');
  if (markup.test(text) || program.test(text.replace(/^ï»¿/, ''))) throw new Refused('dangerous');
  return true;
}
