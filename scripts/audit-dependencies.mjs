// `npm run audit:dependencies`: asks the registry for known weaknesses of what package-lock.json names. Fails on a high or
// critical one, unless it is accepted, with a reason and until a date, in docs/security/accepted-weaknesses.json. Apart
// from `npm test`, which must pass without network. `-- --report FILE` judges an answer of `npm audit --json` instead.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';

const { values } = parseArgs({
  options: {
    report: { type: 'string' },
    accepted: {
      type: 'string',
      default: fileURLToPath(new URL('../docs/security/accepted-weaknesses.json', import.meta.url)),
    },
  },
});

/** What must not stay: what is below is mended with the next release. */
const refusedSeverities = ['high', 'critical'];
const isPast = (day) => day < new Date().toISOString().slice(0, 10);

function fail(status, words) {
  console.error(words);
  process.exit(status);
}

function readReport() {
  if (values.report) return JSON.parse(readFileSync(values.report, 'utf8'));
  const { stdout, stderr } = spawnSync('npm', ['audit', '--json'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  try {
    return JSON.parse(stdout);
  } catch {
    // npm answers in words when it cannot ask: they are shown, and nothing is judged.
    return { error: { summary: stderr || stdout } };
  }
}

/** Each weakness once: npm repeats it for every package that leads to it. */
function weaknessesOf({ vulnerabilities }) {
  const found = new Map();
  for (const { via } of Object.values(vulnerabilities))
    for (const one of via)
      if (typeof one === 'object') {
        const advisory = one.url.split('/').at(-1);
        found.set(advisory, {
          advisory,
          severity: one.severity,
          package: one.name,
          range: one.range,
          title: one.title,
        });
      }
  return [...found.values()];
}

/** An acceptance that does not say why and until when is none. */
function readAccepted() {
  const accepted = JSON.parse(readFileSync(values.accepted, 'utf8'));
  for (const { advisory, why, until } of accepted)
    if (!advisory || !why || !/^\d{4}-\d{2}-\d{2}$/.test(until ?? ''))
      fail(2, `${values.accepted} : chaque faiblesse acceptée dit advisory, why et until (AAAA-MM-JJ).`);
  return new Map(accepted.map((one) => [one.advisory, one]));
}

const report = readReport();
if (!report.vulnerabilities)
  fail(2, `Le registre n’a pas répondu, rien n’est jugé : ${report.error?.summary || report.message || ''}`.trim());
const accepted = readAccepted();
const weaknesses = weaknessesOf(report);
const known = new Set(weaknesses.map(({ advisory }) => advisory));
const refused = [];
for (const weakness of weaknesses) {
  const { advisory, severity, package: name, range, title } = weakness;
  const acceptance = accepted.get(advisory);
  const isAccepted = acceptance !== undefined && !isPast(acceptance.until);
  if (refusedSeverities.includes(severity) && !isAccepted) refused.push(weakness);
  const said = acceptance ? `, ${isAccepted ? 'acceptée' : 'acceptation échue'} jusqu’au ${acceptance.until}` : '';
  console.log(`${severity.padEnd(8)} ${advisory} ${name} ${range} : ${title}${said}`);
}
for (const advisory of accepted.keys())
  if (!known.has(advisory)) console.log(`${advisory} n’est plus signalée : retirez-la de ${values.accepted}.`);
console.log(`${weaknesses.length} faiblesses connues, ${refused.length} refusées.`);
process.exitCode = refused.length > 0 ? 1 : 0;
