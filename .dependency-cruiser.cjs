// The arrows of the house: each room may use itself, packages, and what is listed.
const ROOMS = {
  domain: [],
  config: ['domain'],
  workflows: ['domain', 'activities'],
  db: ['domain'],
  commands: ['db', 'domain', 'workflows/messages'],
  activities: ['commands', 'db', 'domain', 'config', 'workflows/messages'],
  api: ['commands', 'db', 'domain', 'config'],
};

// Types alone, which vanish when the code runs.
const TYPES_ONLY = {
  activities: ['workflows/activities'],
};

const arrows = Object.entries(ROOMS).map(([room, uses]) => ({
  name: `${room}-uses-only-${uses.join('-').replace('/', '-') || 'itself'}`,
  severity: 'error',
  // The files of config/ are the seeds of the tables, so the one file that writes the seeds reads them.
  from: { path: `^${room}/`, ...(room === 'db' ? { pathNot: '^db/setup/seed[.]ts$' } : {}) },
  to: {
    path: '^(domain|config|workflows|activities|commands|db|api|ops|test|web)/',
    pathNot: `^(${[room, ...uses, ...(TYPES_ONLY[room] ?? [])].join('|')})[/.]`,
  },
}));

const typesOnly = Object.entries(TYPES_ONLY).map(([room, uses]) => ({
  name: `${room}-uses-only-types-of-${uses.join('-').replace('/', '-')}`,
  severity: 'error',
  from: { path: `^${room}/` },
  to: { path: `^(${uses.join('|')})[.]`, dependencyTypesNot: ['type-only'] },
}));

module.exports = {
  forbidden: [
    ...arrows,
    ...typesOnly,
    {
      name: 'seeds-use-only-db-domain-config',
      severity: 'error',
      from: { path: '^db/setup/seed[.]ts$' },
      to: { path: '^(workflows|activities|commands|api|ops|test|web)/' },
    },
    {
      name: 'domain-is-pure',
      comment: 'no package, no node module: no clock, no I/O, no randomness',
      severity: 'error',
      from: { path: '^domain/' },
      to: { pathNot: '^domain/' },
    },
    {
      name: 'only-types-of-activities-in-workflows',
      severity: 'error',
      from: { path: '^workflows/' },
      to: { path: '^activities/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-heavy-packages-in-workflows',
      comment: 'zod costs half a megabyte for every cached workflow',
      severity: 'error',
      from: { path: '^workflows/' },
      to: { path: 'node_modules/(zod|postgres|drizzle-orm|express)/' },
    },
    {
      name: 'no-cycle',
      comment: 'imports of types count as well',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-cycle-of-folders',
      comment: 'also where no single file imports itself in a circle',
      severity: 'error',
      scope: 'folder',
      from: {},
      to: { circular: true },
    },
    { name: 'nothing-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(node_modules|coverage|web)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      extensions: ['.ts', '.js', '.json'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
};
