// Run after an installation (`postinstall` in package.json); patches/README.md says why.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';

const file = new URL('../node_modules/drizzle-orm/package.json', import.meta.url);
const manifest = JSON.parse(readFileSync(file, 'utf8'));
const short = ({ import: esm, require: cjs }) => ({ import: esm.default ?? esm, require: cjs.default ?? cjs });
const wanted = Object.entries(manifest.exports).filter(
  ([path]) => path.split('/').length <= 2 || path.endsWith('/migrator'),
);
manifest.exports = Object.fromEntries(wanted.map(([path, targets]) => [path, short(targets)]));
// In its place by a rename: the file may be linked from another installation.
writeFileSync(new URL('package.json.short', file), JSON.stringify(manifest, null, 2));
renameSync(new URL('package.json.short', file), file);
