/** Two letters for a person's name; titles do not count: `Dr Hélène Morel` → `HM`. */
export function personInitials(name: string): string {
  const words = name.split(/\s+/).filter((word) => word && !/^(Dr|Pr|M\.|Mme)$/.test(word));
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0] ?? '');
  return letters.join('').toUpperCase();
}
