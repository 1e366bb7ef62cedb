import { defineConfig } from 'oxlint';

// The rule « look left »: a room imports only rooms to its left in these lists, and only through their door.
const server = [
  'lib',
  'config',
  'database',
  'audit',
  'jobs',
  'directory',
  'access',
  'auth',
  'notifications',
  'organisations',
  'messages',
  'documents',
  'files',
  'registration',
  'patients',
  'cases',
  'cohorts',
  'boards',
  'meetings',
  'calls',
  'opinions',
  'reports',
  'deliveries',
  'administration',
  'sockets',
];
const transports = ['http', 'sync', 'media'];
const composition = ['demonstration'];
const web = ['lib', 'ui', 'api', 'sync', 'signalling', 'editor'];
const features = [
  'account',
  'administration',
  'boards',
  'call',
  'cases',
  'cohorts',
  'deliveries',
  'directory',
  'files',
  'guests',
  'home',
  'meetings',
  'messages',
  'notifications',
  'opinions',
  'organisations',
  'patients',
  'planning',
  'portal',
  'presenting',
  'registration',
  'reports',
  'signing-in',
];
const shared = ['domain', 'access', 'documents', 'contracts'];

const any = (names: string[]) => `(${names.join('|')})`;
const into = (names: string[]) => `^(\\.\\./)+${any(names)}/`;
const pastTheDoor = (names: string[]) =>
  `^(\\.\\./)+${any(names)}/(.*/)?([^i/]|i[^n/]|in[^d/])[^/]*$|^(\\.\\./)+${any(names)}/.+/index\\.ts$`;

type Pattern = { regex: string; message: string };
const restrict = (files: string[], patterns: Pattern[]) => ({
  files,
  excludeFiles: ['**/*.test.ts'],
  rules: { 'no-restricted-imports': ['error', { patterns }] as const },
});

const neverRight = (room: string, right: string[]): Pattern => ({
  regex: into(right),
  message: `« ${room} » only looks left. Define a port here and let context inject it, or put an event in the outbox.`,
});
const throughTheDoor = (rooms: string[]): Pattern => ({
  regex: pastTheDoor(rooms),
  message: 'Another room is entered by its door only: import its index.ts, or export there what you need.',
});

/** One override per room: what it may not import. */
function row(root: string, rooms: string[], afterAll: string[] = [], also: Pattern[] = []) {
  return rooms.map((room, index) => {
    const right = [...rooms.slice(index + 1), ...afterAll];
    const left = rooms.slice(0, index);
    const patterns = [throughTheDoor(left.length ? left : ['-']), ...also];
    if (right.length) patterns.push(neverRight(room, right));
    return restrict([`${root}/${room}/**`], patterns);
  });
}

export default defineConfig({
  plugins: ['typescript', 'import', 'unicorn', 'oxc', 'react', 'jsx-a11y', 'promise', 'node'],
  categories: { correctness: 'error' },
  ignorePatterns: ['**/dist/**', 'schema/migrations/**'],
  rules: {
    'max-lines': ['error', { max: 400 }],
    'no-console': 'off',
    'typescript/no-explicit-any': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': ['error', { checksVoidReturn: false }],
    'typescript/consistent-type-imports': 'error',
    'import/no-cycle': 'error',
    'import/no-default-export': 'error',
    'no-empty': 'error',
    eqeqeq: 'error',
    'react/react-in-jsx-scope': 'off',
    'import/no-unassigned-import': 'off',
  },
  overrides: [
    ...row('server/src', server, [...transports, ...composition]),
    ...transports.map((room) =>
      restrict(
        [`server/src/${room}/**`],
        [throughTheDoor(server), neverRight(room, [...transports.filter((other) => other !== room), ...composition])],
      ),
    ),
    restrict(['server/src/demonstration/**'], [throughTheDoor(server), neverRight('demonstration', transports)]),
    ...row('web/src', web, ['features', 'routes', 'app']),
    ...features.map((feature) =>
      restrict(
        [`web/src/features/${feature}/**`],
        [
          throughTheDoor(web),
          neverRight(`features/${feature}`, ['routes', 'app']),
          {
            regex: `^(\\.\\./)+(features/)?${any(features.filter((other) => other !== feature))}/`,
            message:
              'Features never import each other: compose them in a route, or move what both need to ui, editor or shared.',
          },
        ],
      ),
    ),
    restrict(['web/src/routes/**'], [throughTheDoor(web), neverRight('routes', ['app'])]),
    ...row(
      'shared/src',
      shared,
      [],
      [{ regex: '^(@concertation/|node:)', message: 'shared stands at the far left and does no I/O.' }],
    ),
    restrict(['schema/src/**'], [{ regex: '^@concertation/(server|web)', message: 'schema sees only shared.' }]),
    // Playwright tells a fixture that needs no other by an empty pattern, and loads reporters by their default export.
    { files: ['web/e2e/**'], rules: { 'no-empty-pattern': 'off', 'import/no-default-export': 'off' } },
    {
      files: ['**/*.config.ts', '**/*.d.ts', 'web/src/routes/**'],
      rules: { 'import/no-default-export': 'off' },
    },
  ],
});
