/**
 * Who may import whom. There is no default: what is not written here is refused. The lint configuration and
 * tests/architecture.test.ts both judge by this table, each with its own way of finding the imports.
 *
 * `may`: folders (or single modules) that may be imported; a folder may always import itself.
 * `types`: folders of which only types may be imported, so that nothing of them reaches what runs.
 * `packages`: npm packages and Node modules; `next` includes `next/link`.
 *
 * @typedef {{ readonly may?: readonly string[], readonly types?: readonly string[], readonly packages?: readonly string[] }} Entry
 */

// Everything a component may be told about; it receives finished values and computes nothing.
const TOLD = [
  'lib/access',
  'lib/decisions',
  'lib/rules',
  'lib/store',
  'lib/reporting',
  'lib/registers',
  'lib/review',
  'lib/restating',
  'lib/planning',
  'lib/funding',
  'lib/assessment',
  'lib/documents',
  'lib/accounts',
  'lib/admin',
  'lib/evidence',
  'lib/exports',
  'lib/imports',
  'lib/web',
]
const SAID = ['lib/values', 'lib/notice', 'lib/i18n']

/** @type {(...others: string[]) => Entry} */
const component = (...others) => ({
  may: [...SAID, 'components/ui', ...others],
  types: TOLD,
  packages: ['react', 'next'],
})

/** @type {Readonly<Record<string, Entry>>} */
export const importTable = {
  // The domain, from what depends on least to what depends on most.
  'lib/values': {},
  'lib/notice': { may: ['lib/values'] },
  // What is typed into a form: read, kept, sent and moved in; the browser and the server share it.
  'lib/entry': { may: ['lib/values', 'lib/notice/register-columns'] },
  'lib/rules': { may: ['lib/values', 'lib/notice'] },
  // What a decision of the decision book says, and which hold on a day: pure.
  'lib/decisions': { may: ['lib/values', 'lib/notice', 'lib/rules'], packages: ['zod'] },
  'lib/access': {},
  'lib/ledger': { packages: ['node:crypto'] },
  'lib/env': { packages: ['zod'] },
  'lib/i18n': { may: ['lib/values', 'lib/notice'], types: ['lib/access', 'lib/rules', 'lib/store'] },
  'lib/store': {
    may: ['lib/values', 'lib/notice', 'lib/access', 'lib/decisions', 'lib/ledger', 'lib/env'],
    types: ['lib/entry', 'lib/rules'],
    packages: ['@prisma', 'pg', 'pg-boss', 'node:async_hooks', 'node:crypto'],
  },
  // What starts the database, before anything can be asked of it.
  'lib/store/embedded-*': { packages: ['node:*', 'pg'] },
  'lib/store/migrate': { may: ['lib/store/owner'], packages: ['node:*', 'pg'] },
  // Where the bytes of files lie.
  'lib/files': { may: ['lib/env'], packages: ['node:*', 'aws4fetch'] },
  'lib/evidence': {
    may: [
      'lib/values',
      'lib/notice',
      'lib/entry',
      'lib/access',
      'lib/store',
      'lib/files',
      'lib/reporting',
      'lib/env',
    ],
    packages: ['node:crypto'],
  },
  'lib/reporting': {
    may: [
      'lib/values',
      'lib/notice',
      'lib/entry',
      'lib/rules',
      'lib/access',
      'lib/decisions',
      'lib/ledger',
      'lib/store',
    ],
    packages: ['chinese-days'],
  },
  'lib/registers': {
    may: ['lib/values', 'lib/notice', 'lib/entry', 'lib/rules', 'lib/access', 'lib/store', 'lib/reporting'],
  },
  'lib/review': {
    may: [
      'lib/values',
      'lib/notice',
      'lib/rules',
      'lib/access',
      'lib/accounts/unreachable-cities',
      'lib/decisions',
      'lib/ledger',
      'lib/store',
      'lib/reporting',
    ],
  },
  // Corrections of what was accepted: a city's verb and a reviewer's.
  'lib/restating': {
    may: [
      'lib/values',
      'lib/notice',
      'lib/entry',
      'lib/rules',
      'lib/access',
      'lib/decisions',
      'lib/ledger',
      'lib/store',
      'lib/reporting',
      'lib/registers',
      'lib/review',
    ],
  },
  // Tables that come back filled in: read, compared with the report, taken over.
  'lib/imports': {
    may: [
      'lib/values',
      'lib/notice',
      'lib/entry',
      'lib/rules',
      'lib/access',
      'lib/ledger',
      'lib/i18n',
      'lib/documents',
      'lib/evidence',
      'lib/files',
      'lib/store',
      'lib/reporting',
      'lib/registers',
    ],
    packages: ['node:util', 'node:zlib'],
  },
  // A city's plan: tasks, versions, progress; as a workbook both ways.
  'lib/planning': {
    may: [
      'lib/values',
      'lib/notice',
      'lib/entry',
      'lib/rules',
      'lib/access',
      'lib/ledger',
      'lib/i18n',
      'lib/documents',
      'lib/store',
      'lib/reporting',
      'lib/imports',
    ],
  },
  // What the ministry paid, what a city received and spent, and that beside its results.
  'lib/funding': {
    may: [
      'lib/values',
      'lib/notice',
      'lib/entry',
      'lib/rules',
      'lib/decisions',
      'lib/ledger',
      'lib/access',
      'lib/i18n',
      'lib/documents',
      'lib/store',
      'lib/reporting',
      'lib/review',
      'lib/imports',
      'lib/planning',
    ],
  },
  // Evaluations: rounds, a city's own statement, an assessor's verbs, seals.
  'lib/assessment': {
    may: [
      'lib/values',
      'lib/notice',
      'lib/rules',
      'lib/access',
      'lib/decisions',
      'lib/ledger',
      'lib/store',
      'lib/reporting',
      'lib/review',
    ],
  },
  // Files made in the background: asked for, made by permits of the person, fetched, expired.
  'lib/exports': {
    may: [
      'lib/values',
      'lib/rules',
      'lib/access',
      'lib/i18n',
      'lib/documents',
      'lib/files',
      'lib/store',
      'lib/ledger/signing-key',
      'lib/reporting',
      'lib/restating',
      'lib/review',
      'lib/funding',
      'lib/assessment',
      'lib/env',
    ],
    packages: ['node:crypto'],
  },
  // What the portal does by itself: telling people, sending mail.
  'lib/jobs': {
    may: [
      'lib/values',
      'lib/rules',
      'lib/access',
      'lib/decisions',
      'lib/reporting',
      'lib/review',
      'lib/store',
      'lib/funding',
      'lib/exports',
      'lib/i18n',
      'lib/env',
    ],
    packages: ['nodemailer', 'node:crypto'],
  },
  'lib/admin': { may: ['lib/values', 'lib/access', 'lib/accounts', 'lib/store'] },
  'lib/accounts': {
    may: ['lib/values', 'lib/access', 'lib/store'],
    packages: ['@node-rs/argon2', 'node:crypto'],
  },
  'lib/documents': {
    may: ['lib/values', 'lib/notice', 'lib/i18n', 'lib/ledger', 'lib/entry/row-content'],
    types: ['lib/rules', 'lib/review', 'lib/restating', 'lib/reporting', 'lib/assessment', 'lib/store'],
    packages: [
      'yazl',
      'uqr',
      'node:child_process',
      'node:fs/promises',
      'node:os',
      'node:path',
      'node:stream',
      'node:timers/promises',
    ],
  },
  // What writes tables of any length: in a process of its own as well.
  'lib/documents/streaming/*': {
    may: ['lib/values', 'lib/ledger'],
    packages: ['node:crypto', 'node:fs', 'node:path', 'node:stream/promises', 'yazl'],
  },
  // What runs in a process of its own, with no more of the portal than what it is given.
  'lib/documents/typeset/*': {
    packages: ['node:fs', 'node:path', '@myriaddreamin/typst-ts-node-compiler'],
  },
  // What a stranger checks without the portal: a zip whose every byte is accounted for.
  'lib/documents/pack/*': {
    may: [
      'lib/values',
      'lib/notice',
      'lib/ledger',
      'lib/documents/explanations-file',
      'lib/documents/trace-reference',
      'lib/documents/decision-file',
      'package.json',
    ],
    types: ['lib/review', 'lib/decisions'],
    packages: ['node:crypto', 'yauzl', 'yazl'],
  },
  // What writes Word files: in a process of its own as well.
  'lib/documents/word/*': {
    may: ['lib/values', 'lib/documents/number-headings', 'lib/documents/pack'],
    types: ['lib/documents'],
    packages: ['docx', 'docx/charts', 'docx/layout', 'docx/watermarks', 'yazl'],
  },
  // What reads uploaded files: in a process of its own as well.
  'lib/documents/tables/*': {
    may: ['lib/values'],
    packages: ['yauzl', 'saxes', 'node:buffer', 'node:net', 'node:zlib'],
  },
  'lib/web': {
    may: ['lib/values', 'lib/i18n', 'lib/access', 'lib/accounts', 'lib/store', 'lib/env'],
    packages: ['next', 'next-auth', 'react', 'server-only', 'zod'],
  },
  'lib/commands': {
    may: [
      'lib/values',
      'lib/notice',
      'lib/rules',
      'lib/ledger',
      'lib/i18n',
      'lib/store',
      'lib/documents/pack',
      'prisma',
      // What the portal publishes of its rules is what `verify` goes by.
      'public',
    ],
    packages: ['node:*', 'tsx', 'esbuild', '@playwright/test'],
  },

  // What people see.
  'components/ui': { may: SAID, types: ['lib/web'], packages: ['react', 'next'] },
  'components/verdict': component(),
  'components/charts': { ...component(), packages: ['react', 'next', 'recharts'] },
  'components/notice': component(),
  // What files stand behind, and how they come there: on forms, registers and desks alike.
  'components/evidence': component('lib/entry'),
  'components/account': component(),
  // Beside figures on forms and desks alike.
  'components/conversation': component(),
  'components/admin': component(),
  'components/register': {
    ...component('components/verdict', 'components/evidence', 'lib/entry', 'lib/rules/progress'),
    packages: ['react', 'next', '@tanstack/virtual-core'],
  },
  'components/check': component(
    'components/report',
    'components/verdict',
    'components/evidence',
    'lib/entry',
  ),
  'components/report': component(
    'components/verdict',
    'components/evidence',
    'lib/entry',
    'lib/rules/progress',
    'lib/rules/slip-factor',
    'lib/rules/checks/bounds',
  ),
  'components/imports': component('components/report', 'lib/entry'),
  'components/review': component(
    'components/verdict',
    'components/conversation',
    'components/report',
    'components/register',
    'lib/entry/row-content',
    'lib/entry/packed-rows',
  ),
  // The simulator is the one place where a page works something out: what is supposed never leaves the browser.
  'components/simulation': component('components/verdict', 'lib/rules'),
  'components/restatement': component('components/verdict'),
  'components/funding': component('components/plan', 'components/decisions'),
  'components/plan': component('components/evidence', 'components/imports', 'lib/entry'),
  'components/decisions': component(
    'components/verdict',
    'lib/decisions/adjustable-checks',
    'lib/decisions/band-lines',
  ),
  'components/assessment': component('components/verdict', 'components/evidence', 'lib/entry'),
  'components/quality': component(),
  'components/explore': component('components/charts'),
  'components/exports': component(),
  'components/brief': component('components/verdict', 'components/dashboard', 'components/funding'),
  'components/compare': component('components/verdict', 'components/charts'),
  'components/dashboard': component('components/verdict', 'components/charts', 'components/funding'),

  // Where each person arrives: everything but the store.
  app: {
    may: [
      ...SAID,
      'lib/access',
      'lib/decisions',
      'lib/reporting',
      'lib/registers',
      'lib/review',
      'lib/restating',
      'lib/accounts',
      'lib/admin',
      'lib/evidence',
      'lib/exports',
      'lib/imports',
      'lib/planning',
      'lib/funding',
      'lib/assessment',
      'lib/documents',
      'lib/env',
      'lib/web',
      'components',
    ],
    types: ['lib/rules'],
    packages: ['react', 'next', 'next-auth', 'zod'],
  },
  instrumentation: { may: ['lib/jobs'] },
  'instrumentation-client': {},
  proxy: { may: ['lib/env'], packages: ['next'] },
  prisma: {
    may: [
      'lib/values',
      'lib/notice',
      'lib/access',
      'lib/accounts',
      'lib/store',
      'lib/entry',
      'lib/rules',
      'lib/ledger',
      'lib/reporting',
      'lib/registers',
      'lib/review',
      'lib/restating',
      'lib/planning',
      'lib/funding',
      'lib/assessment',
      'lib/evidence',
      'lib/files',
      'lib/documents',
      'lib/imports',
    ],
    packages: ['pg', 'node:zlib', 'node:crypto'],
  },
}

/**
 * The entry a file falls under: 'lib/rules' for lib/rules/checks/jump.ts, 'app' for everything in it, the module itself
 * where the table names it; undefined for tests and for configuration at the top, which are not part of what runs.
 * @param {string} file path from the root of the project
 */
export function entryOf(file) {
  const [top = '', second = ''] = file.split('/')
  const named = Object.keys(importTable).filter(
    (key) => key.split('/').length > 2 || key === 'proxy' || key.startsWith('instrumentation'),
  )
  const itself = named.find((key) => covers([key], file.replace(/\.tsx?$/, '')))
  if (itself !== undefined) return itself
  if (top === 'lib' || top === 'components') return `${top}/${second.replace(/\.tsx?$/, '')}`
  return top === 'tests' || !file.includes('/') ? undefined : top
}

/** @type {(allowed: readonly string[], module: string) => boolean} */
const covers = (allowed, module) =>
  allowed.some((each) =>
    each.endsWith('*')
      ? module.startsWith(each.slice(0, -1))
      : module === each || module.startsWith(`${each}/`),
  )

/**
 * Why an import is refused; null when the table allows it.
 * @param {string} file who imports, as a path from the root
 * @param {string} specifier as written: '@/lib/values', './types', 'node:fs', 'next/link'
 * @param {boolean} typesOnly
 * @returns {string | null}
 */
export function refusalOf(file, specifier, typesOnly) {
  const own = entryOf(file)
  if (own === undefined) return null
  const entry = importTable[own]
  if (entry === undefined) return `${own} is not in the import table`
  const { may = [], types = [], packages = [] } = entry
  const target = inProject(file, specifier)
  if (target === null) {
    return covers(packages, specifier) ? null : `${own} may not import the package ${specifier}`
  }
  if (covers([own.split('/').slice(0, 2).join('/')], target)) return null
  if (!specifier.startsWith('@/')) return `what lies outside of ${own} is imported as @/…, not ${specifier}`
  if (target.startsWith('lib/store/generated')) return 'the database client is for lib/store alone'
  if (covers(may, target) || (typesOnly && covers(types, target))) return null
  return `${own} may not import ${target}${covers(types, target) ? ', only its types' : ''}`
}

/**
 * The module of the project that a specifier names, without its ending; null when it names a package.
 * @param {string} file
 * @param {string} specifier
 */
function inProject(file, specifier) {
  const bare = specifier.replace(/\.(?:m?[jt]sx?)$/, '')
  if (bare.startsWith('@/')) return bare.slice(2)
  if (!bare.startsWith('.')) return null
  const path = file.split('/').slice(0, -1)
  for (const step of bare.split('/')) {
    if (step === '..') path.pop()
    else if (step !== '.') path.push(step)
  }
  return path.join('/')
}
