import { existsSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { ACTIONS } from '@/lib/access/actions'
import { product, root, some, walk, type Source } from '../architecture/sources'

/** Pages for everybody, with the reason. All others ask for a permit. */
const PUBLIC_PAGES: Readonly<Record<string, string>> = {
  'app/sign-in/page.tsx': 'the door',
  'app/notice/page.tsx': 'the notice is a public document',
  'app/verify/page.tsx': 'asks for a receipt number; what it proves is behind receipt.verify',
  'app/help/page.tsx': 'whoever cannot sign in needs it most',
}

/** Server actions and routes for everybody. All others go through the seam of lib/web, which authorises. */
const PUBLIC_DEEDS: Readonly<Record<string, string>> = {
  'app/sign-out/actions.ts signOut': 'ends the session of the request itself',
  'app/api/auth/[...nextauth]/route.ts GET': 'next-auth’s own',
  'app/api/auth/[...nextauth]/route.ts POST': 'next-auth’s own',
  'app/api/health/route.ts GET': 'says that the portal answers, and nothing else',
  'app/api/unaccepted/route.ts POST': 'a choice of this browser, without figures',
  'app/api/locale/route.ts POST': 'the language of the sign-in page, too',
}

const PAGE_GUARDS = ['pagePermit']
const FORM_GUARDS = ['cityForm', 'generalForm']
const ROUTE_GUARDS = ['cityGet', 'generalGet', 'cityPost', 'cityBytes', 'generalPost']

const app = product.filter(({ file }) => file.startsWith('app/'))
const isFile = (source: Source, name: RegExp): boolean => name.test(path.posix.basename(source.file))

/** The calls of these guards under a node, by the names under which lib/web exports them. */
function guardCalls(source: Source, node: ts.Node, guards: readonly string[]): ts.CallExpression[] {
  const fromWeb = source.tree.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) return []
    const named = statement.importClause?.namedBindings
    if (!statement.moduleSpecifier.text.startsWith('@/lib/web/') || named === undefined) return []
    return ts.isNamedImports(named) ? named.elements.map(({ name }) => name.text) : []
  })
  const calls: ts.CallExpression[] = []
  walk(node, (each) => {
    if (!ts.isCallExpression(each) || !ts.isIdentifier(each.expression)) return
    if (guards.includes(each.expression.text) && fromWeb.includes(each.expression.text)) calls.push(each)
  })
  return calls
}

const hasModifier = (node: ts.Node, kind: ts.SyntaxKind): boolean =>
  ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some((modifier) => modifier.kind === kind)

const isDirective = (statement: ts.Statement | undefined, text: string): boolean =>
  statement !== undefined &&
  ts.isExpressionStatement(statement) &&
  ts.isStringLiteral(statement.expression) &&
  statement.expression.text === text

/** The named functions and constants that a file exports, with their bodies. */
function exported({ tree }: Source): Map<string, ts.Node> {
  const found = new Map<string, ts.Node>()
  for (const statement of tree.statements) {
    if (
      ts.isExportDeclaration(statement) &&
      statement.exportClause !== undefined &&
      ts.isNamedExports(statement.exportClause)
    ) {
      for (const { name } of statement.exportClause.elements) found.set(name.text, statement)
    }
    if (!hasModifier(statement, ts.SyntaxKind.ExportKeyword)) continue
    if (ts.isFunctionDeclaration(statement)) found.set(statement.name?.text ?? 'default', statement)
    if (ts.isVariableStatement(statement)) {
      for (const { name, initializer } of statement.declarationList.declarations) {
        if (initializer !== undefined) found.set(name.getText(tree), initializer)
      }
    }
  }
  return found
}

interface Deed {
  readonly name: string
  readonly guarded: boolean
}

/** Every function that a browser can call: the exports of 'use server' files and the functions that say 'use server'. */
const serverActions: readonly Deed[] = app.flatMap((source): Deed[] => {
  if (isDirective(source.tree.statements[0], 'use server')) {
    const all = [...exported(source)]
    const guarded = new Set(
      all.filter(([, node]) => guardCalls(source, node, FORM_GUARDS).length > 0).map(([name]) => name),
    )
    // One that hands its form to a guarded one of the same file is guarded by it.
    const hands = (node: ts.Node): boolean =>
      some(node, (each) => ts.isCallExpression(each) && guarded.has(each.expression.getText(source.tree)))
    return all.map(([name, node]) => ({
      name: `${source.file} ${name}`,
      guarded: guarded.has(name) || hands(node),
    }))
  }
  const inline: Deed[] = []
  walk(source.tree, (node) => {
    if (!ts.isFunctionLike(node) || !('body' in node) || node.body === undefined || !ts.isBlock(node.body))
      return
    if (!isDirective(node.body.statements[0], 'use server')) return
    const name = node.name?.getText(source.tree) ?? '(nameless)'
    inline.push({
      name: `${source.file} ${name}`,
      guarded: guardCalls(source, node.body, FORM_GUARDS).length > 0,
    })
  })
  return inline
})

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
const routes: readonly Deed[] = app
  .filter((source) => isFile(source, /^route\.ts$/))
  .flatMap((source) =>
    [...exported(source)]
      .filter(([name]) => METHODS.includes(name))
      .map(([name, node]) => ({
        name: `${source.file} ${name}`,
        guarded: ts.isCallExpression(node) && guardCalls(source, node, ROUTE_GUARDS)[0] === node,
      })),
  )

const pages = app.filter((source) => isFile(source, /^page\.tsx$/))

describe('every way in', () => {
  it('that is a page asks for a permit, or is on the short list', () => {
    const open = pages.filter(
      (source) =>
        !guardCalls(source, source.tree, PAGE_GUARDS).some(({ parent }) => ts.isAwaitExpression(parent)),
    )
    expect(open.map(({ file }) => file).sort()).toEqual(Object.keys(PUBLIC_PAGES).sort())
  })

  it('that is a server action or a route goes through the seam, or is on the short list', () => {
    const open = [...serverActions, ...routes].filter(({ guarded }) => !guarded).map(({ name }) => name)
    expect(open.sort()).toEqual(Object.keys(PUBLIC_DEEDS).sort())
  })

  it('is where it is looked for, under app/', () => {
    const elsewhere = product.filter(
      ({ file, text }) => !file.startsWith('app/') && /['"]use server['"]/.test(text),
    )
    expect(elsewhere.map(({ file }) => file)).toEqual([])
    expect(existsSync(path.join(root, 'pages'))).toBe(false)
  })

  it('is not guarded by a layout or by the proxy, which may be skipped', () => {
    const skippable = product.filter((source) =>
      isFile(source, /^(?:layout|template|proxy|middleware)\.tsx?$/),
    )
    expect(skippable.length).toBeGreaterThan(0)
    const guards = /^(?:authorize|pagePermit|cityForm|generalForm)$/
    const asking = skippable.filter(({ tree }) =>
      some(tree, (node) => ts.isCallExpression(node) && guards.test(node.expression.getText(tree))),
    )
    expect(asking.map(({ file }) => file)).toEqual([])
  })
})

describe('the table of actions', () => {
  const asked = new Map<string, string[]>()
  for (const source of product.filter(({ file }) => /^(?:app|lib)\//.test(file))) {
    walk(source.tree, (node) => {
      if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return
      const guard = node.expression.text
      const all = [...PAGE_GUARDS, ...FORM_GUARDS, ...ROUTE_GUARDS, 'authorize', 'authorizePortal']
      const [first, second, third] = node.arguments
      const named = guard === 'authorize' ? second : FORM_GUARDS.includes(guard) ? third : first
      if (!all.includes(guard) || named === undefined || !ts.isStringLiteral(named)) return
      asked.set(named.text, [...(asked.get(named.text) ?? []), source.file])
    })
  }

  it('holds every action that is asked for, and each of its actions is asked for somewhere', () => {
    expect([...asked.keys()].sort()).toEqual(Object.keys(ACTIONS).sort())
  })

  it('is asked for by name: nothing computes an action', () => {
    const computed = app.flatMap((source) =>
      guardCalls(source, source.tree, [...PAGE_GUARDS, ...ROUTE_GUARDS, ...FORM_GUARDS]).filter((call) => {
        const named = FORM_GUARDS.includes(call.expression.getText(source.tree))
          ? call.arguments[2]
          : call.arguments[0]
        return named === undefined || !ts.isStringLiteral(named)
      }),
    )
    expect(computed.map((call) => call.getText())).toEqual([])
  })
})
