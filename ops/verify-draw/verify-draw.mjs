// Repeats a draw of experts from its proof, offline: npm run verify-draw -- proof.json
// It uses nothing of this product, so that whoever checks a draw need not trust it. docs/draw.md says what each line means.
import { createHash, createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('hex');
const byText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const byId = (list) => [...list].sort((a, b) => byText(a.id, b.id));

/** The frozen pool as text: one line for each fact, parts separated by tabs, experts in order of their ids. */
const poolText = ({ session, draw, members, alternates, quotas, candidates, excluded }) =>
  [
    ['session', session],
    ['draw', draw],
    ['members', members],
    ['alternates', alternates],
    ...quotas.map(({ by, value, least }) => ['quota', by, value, least]),
    ...byId(candidates).map(({ id, specialty, origin }) => ['candidate', id, specialty, origin]),
    ...byId(excluded).map(({ id, reason }) => ['excluded', id, reason]),
  ]
    .map((line) => `${line.join('\t')}\n`)
    .join('');

/** Who is drawn: quotas first, then whoever comes first in the order of the keyed hashes, then the alternates. */
function drawFrom({ candidates, quotas, members, alternates }, seed) {
  const rank = (id) => createHmac('sha256', Buffer.from(seed, 'hex')).update(id, 'utf8').digest('hex');
  const order = candidates.map((each) => ({ ...each, rank: rank(each.id) })).sort((a, b) => byText(a.rank, b.rank));
  const chosen = new Set();
  for (const { by, value, least } of quotas)
    for (const { id } of order.filter((each) => each[by] === value && !chosen.has(each.id)).slice(0, least))
      chosen.add(id);
  for (const { id } of order) if (chosen.size < members) chosen.add(id);
  const ids = order.map(({ id }) => id);
  return {
    members: ids.filter((id) => chosen.has(id)),
    alternates: ids.filter((id) => !chosen.has(id)).slice(0, alternates),
  };
}

/** What of a proof is right, check by check, and who is drawn; `text` is the file as GET /v1/sessions/{id}/draw-proof gives it. */
export function verify(text) {
  const { pool, poolHash, secretHash, secret, value, seed, drawn } = JSON.parse(text);
  const again = drawFrom(pool, seed);
  const checks = [
    ['the pool has the hash that was published', sha256(poolText(pool)) === poolHash],
    ['the secret has the hash that was published', sha256(secret) === secretHash],
    ['the seed follows from pool, secret and value', sha256(`${poolHash}\n${secret}\n${value}\n`) === seed],
    ['the members are those that the seed draws', again.members.join() === drawn.members.join()],
    ['the alternates are those that the seed draws', again.alternates.join() === drawn.alternates.join()],
  ];
  return { checks, right: checks.every(([, right]) => right), ...again };
}

const usage = `npm run verify-draw -- proof.json

Draws the experts of a session again from the proof of its draw, as GET /v1/sessions/{id}/draw-proof gives it, and says what does
not match. It needs no service, no settings and nothing of this product.

Exit code: 0 everything matches · 1 something does not, or the file is no proof · 2 no file was named.`;

function main([file]) {
  if (!file || file === '--help' || file === '-h') {
    console.log(usage);
    process.exitCode = file ? 0 : 2;
    return;
  }
  try {
    const { checks, right, members, alternates } = verify(readFileSync(file, 'utf8'));
    for (const [what, same] of checks) console.log(`${same ? 'yes' : 'NO '}  ${what}`);
    if (right) console.log(`\nDrawn:\n${members.join('\n')}\n\nAlternates:\n${alternates.join('\n')}`);
    else process.exitCode = 1;
  } catch (error) {
    console.log(`NO   the file is not the proof of a draw: ${error.message}`);
    process.exitCode = 1;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.slice(2));
