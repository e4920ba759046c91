import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import vitest from '../vitest.config'
import { entryOf, importTable, refusalOf } from './architecture/import-table.mjs'
import { at, exportsOf, importsOf, product, root, sources, walk, type Source } from './architecture/sources'

const under = (...folders: string[]): Source[] =>
  sources.filter(({ file }) => folders.some((folder) => file.startsWith(`${folder}/`)))

/** Every node of these files that a test objects to, as an editor finds it. */
function nodes(files: readonly Source[], objects: (node: ts.Node, source: Source) => boolean): string[] {
  return files.flatMap((source) => {
    const found: string[] = []
    walk(source.tree, (node) => {
      if (objects(node, source)) found.push(`${at(source, node)} ${node.getText(source.tree).slice(0, 60)}`)
    })
    return found
  })
}

describe('the layout', () => {
  it('has at its top only what the house is made of', () => {
    const house = ['app', 'components', 'lib', 'prisma', 'public', 'tests', 'README.md']
    const tools = [
      'package.json',
      'package-lock.json',
      'tsconfig.json',
      'next-env.d.ts',
      'node_modules',
      'proxy.ts',
      'instrumentation.ts',
      'instrumentation-client.ts',
    ]
    const others = readdirSync(root).filter(
      (name) =>
        ![...house, ...tools].includes(name) &&
        !name.startsWith('.') &&
        !/\.config\.(?:js|mjs|ts)$/.test(name) &&
        !/\.tsbuildinfo$|^(?:coverage|test-results|playwright-report)$/.test(name),
    )
    expect(others).toEqual([])
  })

  it('names folders and files for what they do, never utils, helpers, common or services', () => {
    const vague = /(?:^|[/.-])(?:utils?|helpers?|common|services?|misc|shared|manager)(?:[/.-]|$)/
    // The words every page shares are the words they have in common.
    const files = product.map(({ file }) => file).filter((file) => file !== 'lib/i18n/words/common.ts')
    expect(files.filter((file) => vague.test(file))).toEqual([])
  })

  it('keeps every test under tests/', () => {
    expect(product.map(({ file }) => file).filter((file) => /\.(?:test|spec)\./.test(file))).toEqual([])
  })

  it('depends on no package whose reason README does not give', () => {
    const { dependencies, devDependencies } = JSON.parse(
      readFileSync(path.join(root, 'package.json'), 'utf8'),
    ) as Readonly<Record<'dependencies' | 'devDependencies', Readonly<Record<string, string>>>>
    const [, table = ''] = readFileSync(path.join(root, 'README.md'), 'utf8').split('\n## Dependencies\n')
    const explained = table
      .split('\n## ', 1)
      .join('')
      .split('\n')
      .flatMap((line) => (line.split('|')[1] ?? '').replace('*development:*', '').split(','))
      .map((name) => name.trim())
    const packages = Object.keys({ ...dependencies, ...devDependencies })
    expect(packages.filter((name) => !explained.includes(name))).toEqual([])
    expect(
      Object.values({ ...dependencies, ...devDependencies }).filter((version) => !/^\d/.test(version)),
    ).toEqual([])
  })

  it('has every test in exactly one project, so that none is forgotten', () => {
    const projects = vitest.test?.projects ?? []
    const included = projects.flatMap((project) =>
      typeof project === 'object' && 'test' in project ? (project.test?.include ?? []) : [],
    )
    const tests = sources.map(({ file }) => file).filter((file) => file.endsWith('.test.ts'))
    const runs = (file: string) =>
      included.filter((pattern) => pattern === file || file.startsWith(pattern.replace('**/*.test.ts', '')))
    expect(tests.filter((file) => runs(file).length !== 1)).toEqual([])
  })

  it('has no file so long that nobody reads it', () => {
    // Tables of words are read a line at a time.
    const words = /^lib\/(?:i18n\/words\/[\w-]+\.ts|commands\/messages\.mjs)$/
    const long = under('lib', 'app', 'components')
      .map(({ file, text }) => ({ file, lines: text.split('\n').length - 1 }))
      .filter(({ file, lines }) => lines > 250 && !words.test(file))
    expect(long).toEqual([])
  })
})

describe('imports', () => {
  const folders = [...new Set(product.map(({ file }) => entryOf(file)))].filter(
    (entry) => entry !== undefined,
  )

  it('are all in the table', () => {
    const refused = product.flatMap((source) =>
      importsOf(source).flatMap(({ specifier, typesOnly, where }) => {
        const refusal = refusalOf(source.file, specifier, typesOnly)
        return refusal === null ? [] : [`${where} ${refusal}`]
      }),
    )
    expect(refused).toEqual([])
  })

  it('are judged by a table that names exactly the folders there are', () => {
    expect(Object.keys(importTable).sort()).toEqual([...new Set(folders)].sort())
  })

  it('never lead from a folder back to itself', () => {
    const graph = new Map<string, Set<string>>(folders.map((folder) => [folder, new Set()]))
    for (const source of product) {
      const from = entryOf(source.file)?.split('/').slice(0, 2).join('/')
      for (const { specifier } of importsOf(source)) {
        const to = specifier.startsWith('@/')
          ? entryOf(`${specifier.slice(2)}.ts`)
              ?.split('/')
              .slice(0, 2)
              .join('/')
          : undefined
        if (from !== undefined && to !== undefined && from !== to) graph.get(from)?.add(to)
      }
    }
    const reached = (from: string, seen = new Set<string>()): Set<string> => {
      for (const to of graph.get(from) ?? []) {
        if (!seen.has(to)) reached(to, seen.add(to))
      }
      return seen
    }
    expect(folders.filter((folder) => reached(folder).has(folder))).toEqual([])
  })

  it.each([
    ['lib/rules/judge.ts', '@/lib/store/cells', true, 'lib/rules may not import lib/store/cells'],
    ['lib/rules/judge.ts', 'zod', false, 'lib/rules may not import the package zod'],
    ['lib/rules/judge.ts', 'node:fs', false, 'lib/rules may not import the package node:fs'],
    ['lib/rules/checks/jump.ts', '../types', false, null],
    [
      'lib/rules/checks/jump.ts',
      '../../values',
      false,
      'what lies outside of lib/rules is imported as @/…, not ../../values',
    ],
    ['components/report/cell.tsx', '@/lib/reporting/save-cells', true, null],
    [
      'components/report/cell.tsx',
      '@/lib/reporting/save-cells',
      false,
      'components/report may not import lib/reporting/save-cells, only its types',
    ],
    ['components/report/cell.tsx', '@/lib/rules/progress', false, null],
    [
      'components/report/cell.tsx',
      '@/lib/rules',
      false,
      'components/report may not import lib/rules, only its types',
    ],
    ['app/cities/[city]/page.tsx', '@/lib/store/cells', false, 'app may not import lib/store/cells'],
    [
      'lib/reporting/save-cells.ts',
      '@/lib/store/generated/client',
      true,
      'the database client is for lib/store alone',
    ],
    ['lib/valuesque/new.ts', '@/lib/values', false, 'lib/valuesque is not in the import table'],
    ['lib/values/money.ts', '@/lib/valuesque', false, 'lib/values may not import lib/valuesque'],
  ])('%s importing %s (only types: %s): %s', (file, specifier, typesOnly, refusal) => {
    expect(refusalOf(file, specifier, typesOnly)).toBe(refusal)
  })
})

describe('what only one place may do', () => {
  it('the database is spoken to in lib/store, and by what seeds it', () => {
    const speaks = /\b(?:PrismaClient|TransactionClient|\$queryRaw|\$executeRaw|databaseOf)\b|from 'pg'/
    const allowed = /^(?:lib\/store|prisma)\//
    expect(
      product.filter(({ file, text }) => !allowed.test(file) && speaks.test(text)).map(({ file }) => file),
    ).toEqual([])
  })

  it('the environment is read in lib/env.ts, by commands that run before it, and where Next wants it written out', () => {
    const reads = nodes(
      product.filter(({ file }) => !/^(?:lib\/env\.ts$|instrumentation\.ts$|lib\/commands\/)/.test(file)),
      (node) => ts.isPropertyAccessExpression(node) && node.getText() === 'process.env',
    )
    expect(reads).toEqual([])
  })

  it('the clock is the database’s: neither rules nor use-cases nor pages ask the machine', () => {
    const asks = nodes(
      // A row added in the browser bears the moment in its id (UUIDv7), as a mere order of keys.
      // How long a file has been read is no time of day.
      product.filter(
        ({ file }) =>
          !/^lib\/(?:commands\/|store\/embedded-|entry\/row-id\.ts$|documents\/tables\/deadline\.ts$)/.test(
            file,
          ),
      ),
      (node) =>
        (ts.isCallExpression(node) &&
          /^(?:Date\.now|performance\.now|Math\.random)$/.test(node.expression.getText())) ||
        (ts.isNewExpression(node) &&
          node.expression.getText() === 'Date' &&
          (node.arguments?.length ?? 0) === 0),
    )
    expect(asks).toEqual([])
  })
})

describe('what is typed', () => {
  // Where the limit is told while typing, and passwords, which nobody reads back.
  const told = [
    'components/account/password-form.tsx',
    'components/account/sign-in-form.tsx',
    'components/register/grid-cell.tsx',
    'components/report/source-fields.tsx',
  ]

  it('is cut off by no box without a word: what is too long is refused with its length', () => {
    const cutting = product.filter(({ file, text }) => file.endsWith('.tsx') && text.includes('maxLength'))
    expect(cutting.map(({ file }) => file)).toEqual(told)
  })
})

describe('the language', () => {
  // This file names what it looks for.
  const own = 'tests/architecture.test.ts'

  it('has no any in the types that comments give to modules without TypeScript', () => {
    const anything = [ts.SyntaxKind.AnyKeyword, ts.SyntaxKind.JSDocAllType, ts.SyntaxKind.JSDocUnknownType]
    const inComments = (source: Source, node: ts.Node = source.tree): string[] => [
      ...(anything.includes(node.kind) ? [at(source, node)] : []),
      // Unlike walk(), this visits the comments that belong to a node too.
      ...node.getChildren(source.tree).flatMap((child) => inComments(source, child)),
    ]
    const tree = ts.createSourceFile('a.mjs', 'f(/** @type {any} */ (x), /** @type {*} */ (y))', 99, true)
    expect(inComments({ file: 'a.mjs', text: '', tree })).toEqual(['a.mjs:1', 'a.mjs:1'])
    const modules = sources.filter(({ file }) => file.endsWith('.mjs'))
    expect(modules.flatMap((source) => inComments(source))).toEqual([])
  })

  it('has no any, and nothing that silences the compiler or the linter', () => {
    expect(nodes(sources, (node) => node.kind === ts.SyntaxKind.AnyKeyword)).toEqual([])
    const silencers = /@ts-(?:ignore|nocheck|expect-error)|eslint-disable|prettier-ignore/
    expect(
      sources.filter(({ file, text }) => file !== own && silencers.test(text)).map(({ file }) => file),
    ).toEqual([])
  })

  it('leaves nothing for later', () => {
    const later = /\b(?:TODO|FIXME|XXX|HACK)\b/
    expect(
      sources.filter(({ file, text }) => file !== own && later.test(text)).map(({ file }) => file),
    ).toEqual([])
  })

  it('exports nothing that nobody uses', () => {
    // Names that Next looks for by itself.
    const byConvention = /^(?:metadata|viewport|config|dynamic|generateMetadata|GET|POST|proxy)$/
    const mentions = new Map<string, Map<string, number>>()
    for (const { file, tree } of sources) {
      walk(tree, (node) => {
        if (!ts.isIdentifier(node)) return
        const files = mentions.get(node.text) ?? new Map<string, number>()
        mentions.set(node.text, files.set(file, (files.get(file) ?? 0) + 1))
      })
    }
    const alone = product.flatMap((source) =>
      exportsOf(source)
        .filter(({ name, isType }) => {
          const files = mentions.get(name)
          if (byConvention.test(name) || files === undefined || files.size > 1) return false
          // A type may be exported for the sake of the function beside it, which speaks of it.
          return !isType || (files.get(source.file) ?? 0) < 2
        })
        .map(({ name }) => `${source.file} ${name}`),
    )
    expect(alone).toEqual([])
  })
})

describe('sentences for people', () => {
  const spoken = [
    'aria-label',
    'aria-description',
    'alt',
    'title',
    'placeholder',
    'label',
    'caption',
    'summary',
  ]

  it('are never written in a page or a component', () => {
    const pages = sources.filter(({ file }) => /^(?:app|components)\/.*\.tsx$/.test(file))
    // Keys of the notice's own numbering, not words.
    const clauseId = /^[二三](?:·\d*)?$/
    // A page for when everything is broken cannot read the words.
    const broken = 'app/global-error.tsx'
    const written = nodes(
      pages.filter(({ file }) => file !== broken),
      (node) =>
        (ts.isJsxText(node) && /\p{L}/u.test(node.text)) ||
        (ts.isStringLiteralLike(node) && /\p{Script=Han}/u.test(node.text) && !clauseId.test(node.text)) ||
        (ts.isTemplateLiteralToken(node) && /\p{Script=Han}/u.test(node.text)) ||
        (ts.isJsxAttribute(node) &&
          spoken.includes(node.name.getText()) &&
          node.initializer !== undefined &&
          ts.isStringLiteral(node.initializer) &&
          /\p{L}/u.test(node.initializer.text)),
    )
    expect(written).toEqual([])
  })

  it('are not written in rules, which return codes and numbers', () => {
    const prose = nodes(
      under(
        'lib/rules',
        'lib/store',
        'lib/access',
        'lib/reporting',
        'lib/registers',
        'lib/review',
        'lib/accounts',
        'lib/web',
      ),
      (node) => ts.isStringLiteralLike(node) && /\p{Script=Han}{4}|[。，；：]/u.test(node.text),
    )
    expect(prose).toEqual([])
  })
})
