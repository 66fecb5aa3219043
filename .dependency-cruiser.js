/** Which room may know which, and where each library lives. The reasons are in docs/ARCHITECTURE.md. */

const rooms = [
  'hotline',
  'bot',
  'adapters',
  'nlp',
  'storage',
  'api',
  'commands',
  'content',
  'console',
  'bench',
];

/** Where the rooms meet; these may import everything, and nobody imports them. */
const mains = ['main', 'air', 'house', 'channels', 'keeping'];

/** What each room may import of ours besides itself; bench is a main of its own. */
const mayKnow = {
  hotline: [],
  nlp: [],
  adapters: ['hotline'],
  storage: ['hotline'],
  api: ['hotline'],
  commands: ['hotline'],
  bot: ['hotline', 'nlp'],
  content: ['hotline', 'nlp'],
  console: [],
};

/** Where a library of the server may be used, besides bench. */
const livesIn = {
  'mongoose|mongodb|mongodb-memory-server-core|connect-mongo': ['storage'],
  // Zips of strangers are looked into before they are read.
  yauzl: ['storage', 'commands'],
  '@node-rs/argon2|sharp|file-type|heic-decode|exifr': ['storage'],
  'botbuilder-core|botbuilder-dialogs': ['bot'],
  'express|express-session|multer': ['api', 'adapters', 'storage/sign-in', ...mains],
  'rate-limiter-flexible': ['api', 'adapters', 'storage/sign-in'],
  'helmet|csrf-sync|prom-client|@asteasolutions/zod-to-openapi': ['api', ...mains],
  'ws|jsonwebtoken': ['adapters/webchat'],
  telegraf: ['adapters/telegram'],
  axios: ['adapters/zalo'],
  botbuilder: ['adapters/botframework'],
  nodemailer: ['adapters/mail'],
  'csv-parse|read-excel-file': ['commands'],
  pino: [...mains, 'api', 'adapters'],
  zod: ['api', 'adapters', 'content', 'config', 'commands'],
  yaml: ['content'],
  'natural|libphonenumber-js': ['nlp'],
  'topojson-client|@turf/boolean-point-in-polygon': ['nlp', 'content'],
};

const anyOf = (names) => names.join('|');

const directions = Object.entries(mayKnow).map(([room, known]) => {
  const strangers = rooms.filter((other) => other !== room && !known.includes(other));
  return {
    name: `${room}-knows-${known.join('-and-') || 'nobody'}`,
    severity: 'error',
    from: { path: `^${room}/` },
    to: {
      path: `^(${anyOf([...strangers, ...mains, 'config', 'alerting', 'learned', 'logging', 'serving', 'teaching'])})(/|[.]ts$)`,
      // The console's client is typed by the API it calls, and takes nothing else from it.
      ...(room === 'console' ? { dependencyTypesNot: ['type-only'] } : {}),
    },
  };
});

const inTheirRooms = Object.entries(livesIn).map(([libraries, places]) => ({
  name: `${libraries.split('|')[0]}-stays-in-its-room`,
  severity: 'error',
  from: { pathNot: `^(${anyOf([...places, 'bench', 'tests'])})(/|[.]ts$)` },
  to: { path: `^node_modules/(${libraries})/`, dependencyTypesNot: ['type-only'] },
}));

module.exports = {
  forbidden: [
    ...directions,
    ...inTheirRooms,
    {
      name: 'content-names-types-of-nlp-only',
      severity: 'error',
      from: { path: '^content/' },
      to: { path: '^nlp/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'the-trade-knows-no-library',
      severity: 'error',
      from: { path: '^hotline/' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'adapters-are-strangers',
      severity: 'error',
      from: { path: '^adapters/([^/]+)/' },
      to: { path: '^adapters/([^/]+)/', pathNot: '^adapters/$1/' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'only-what-package-json-lists',
      severity: 'error',
      from: { pathNot: '^tests/clients/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'what-runs-is-no-dev-dependency',
      severity: 'error',
      from: { pathNot: '^(tests|bench)/' },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: '^node_modules/@types/',
      },
    },
    {
      name: 'everything-is-found',
      severity: 'error',
      from: {},
      // Types without a package of their own code: @types/geojson and its like.
      to: { couldNotResolve: true, pathNot: '^(geojson|topojson-specification)$' },
    },
  ],
  options: {
    // Not "exclude": then the rules about libraries would never see one.
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mts', '.js', '.json', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
