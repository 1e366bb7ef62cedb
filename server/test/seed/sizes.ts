/** How much is made. `large` is what the speed of the pages is measured on. */
export const sizes = {
  small: { accounts: 50, boards: 5, meetings: 20, cases: 200 },
  large: { accounts: 5_000, boards: 500, meetings: 2_000, cases: 20_000 },
} as const;
export type Size = keyof typeof sizes;
