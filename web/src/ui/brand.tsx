/** The mark: people around a table, and what they write together. */
export function BrandMark({ size = 32 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false" style={{ flex: 'none' }}>
      <rect width="32" height="32" rx="8" fill="#0b5c61" />
      <g fill="#fff">
        <circle cx="23.2" cy="10.6" r="2.4" />
        <circle cx="16" cy="7" r="2.4" />
        <circle cx="9" cy="10.6" r="2.4" />
        <circle cx="7" cy="17.6" r="2.4" />
        <circle cx="11.4" cy="23.8" r="2.4" />
        <circle cx="18.6" cy="24.6" r="2.4" />
      </g>
      <path
        d="M13.4 13h8.4a1.4 1.4 0 0 1 1.4 1.4v3.8a1.4 1.4 0 0 1-1.4 1.4h-3.4l-2.6 2v-2h-2.4a1.4 1.4 0 0 1-1.4-1.4v-3.8a1.4 1.4 0 0 1 1.4-1.4z"
        fill="#8fd6cf"
      />
    </svg>
  );
}
