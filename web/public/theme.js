// Before the first paint, so that a dark screen never flashes white. The key is the one of src/ui/theme.ts.
try {
  const theme = localStorage.getItem('concertation.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // A browser that refuses storage follows the system's theme.
}
