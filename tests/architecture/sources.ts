import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

export const root = path.resolve(import.meta.dirname, '../..')

/** What the project is made of. Everything else at the top is configuration of tools. */
const FOLDERS = ['app', 'components', 'lib', 'prisma', 'tests']
const GENERATED = 'lib/store/generated'

/** One source file: its path from the root, its text, and its syntax. */
export interface Source {
  readonly file: string
  readonly text: string
  readonly tree: ts.SourceFile
}

const read = (file: string): Source => {
  const text = readFileSync(path.join(root, file), 'utf8')
  return { file, text, tree: ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true) }
}

function filesIn(folder: string): string[] {
  if (folder === GENERATED) return []
  return readdirSync(path.join(root, folder)).flatMap((name) => {
    const file = `${folder}/${name}`
    return statSync(path.join(root, file)).isDirectory() ? filesIn(file) : [file]
  })
}

/** Every TypeScript file of the project, the modules that run before TypeScript can, and the configuration of tools. */
export const sources: readonly Source[] = [...FOLDERS.flatMap(filesIn), ...readdirSync(root)]
  .filter((file) => /\.(?:tsx?|mjs)$/.test(file) && file !== 'next-env.d.ts')
  .sort()
  .map(read)

/** Those that run: tests and tools left out. */
export const product: readonly Source[] = sources.filter(
  ({ file }) =>
    file === 'proxy.ts' ||
    file === 'instrumentation.ts' ||
    file === 'instrumentation-client.ts' ||
    (file.includes('/') && !file.startsWith('tests/')),
)

/** Visits every node of a tree. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node)
  ts.forEachChild(node, (child) => {
    walk(child, visit)
  })
}

/** Whether any node of a tree is so. */
export function some(node: ts.Node, isSo: (node: ts.Node) => boolean): boolean {
  return isSo(node) || (ts.forEachChild(node, (child) => some(child, isSo) || undefined) ?? false)
}

/** Where a node stands, as an editor finds it. */
export function at({ file, tree }: Source, node: ts.Node): string {
  return `${file}:${tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1}`
}

export interface Import {
  readonly specifier: string
  readonly typesOnly: boolean
  readonly where: string
}

/** Every import of a file: statements, re-exports, `import()` and `import('…').Type`. */
export function importsOf(source: Source): Import[] {
  const found: Import[] = []
  const add = (node: ts.Node, specifier: ts.Node | undefined, typesOnly: boolean): void => {
    if (specifier === undefined) return
    const text = ts.isStringLiteralLike(specifier) ? specifier.text : '(computed)'
    found.push({ specifier: text, typesOnly, where: at(source, node) })
  }
  walk(source.tree, (node) => {
    if (ts.isImportDeclaration(node)) {
      const named = node.importClause?.namedBindings
      const parts = named !== undefined && ts.isNamedImports(named) ? named.elements : []
      const allTypes =
        node.importClause?.name === undefined && parts.length > 0 && parts.every((part) => part.isTypeOnly)
      const typesOnly = node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword || allTypes
      add(node, node.moduleSpecifier, typesOnly)
    } else if (ts.isExportDeclaration(node)) {
      add(node, node.moduleSpecifier, node.isTypeOnly)
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node, node.arguments[0], false)
    } else if (ts.isImportTypeNode(node)) {
      add(node, ts.isLiteralTypeNode(node.argument) ? node.argument.literal : node.argument, true)
    }
  })
  return found
}

export interface Exported {
  readonly name: string
  readonly isType: boolean
}

/** What a file exports by name. */
export function exportsOf({ tree }: Source): Exported[] {
  return tree.statements.flatMap((statement): Exported[] => {
    const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : []
    if (!modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return []
    if (modifiers.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword)) return []
    if (ts.isVariableStatement(statement)) {
      return statement.declarationList.declarations.flatMap(({ name }) =>
        ts.isIdentifier(name) ? [{ name: name.text, isType: false }] : [],
      )
    }
    if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) {
      return [{ name: statement.name.text, isType: true }]
    }
    const named = ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)
    return named && statement.name !== undefined ? [{ name: statement.name.text, isType: false }] : []
  })
}
