const units = { fr: ['octets', 'Ko', 'Mo', 'Go'], en: ['bytes', 'KB', 'MB', 'GB'] } as const;

/** A size as people read it: `1,2 Mo`, `340 Ko`, `12 octets`. */
export function formatBytes(bytes: number, language: 'fr' | 'en'): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < units[language].length - 1) {
    value /= 1024;
    unit += 1;
  }
  const digits = unit > 1 && value < 100 ? 1 : 0;
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value);
  return `${number}\u00a0${units[language][unit]}`;
}
