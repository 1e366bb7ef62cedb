/** A telephone number as a browser dials it: `05 31 15 65 31` → `tel:0531156531`. */
export function phoneAddress(phone: string): string {
  return `tel:${phone.replace(/(?!^\+)\D/g, '')}`;
}
