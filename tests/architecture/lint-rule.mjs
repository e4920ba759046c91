import path from 'node:path'
import { refusalOf } from './import-table.mjs'

/**
 * What imports, re-exports, `import()` and `import('…').Type` have in common, as the parser of TypeScript gives them.
 * @typedef {{ readonly importKind?: 'type' | 'value', readonly exportKind?: 'type' | 'value' }} Kind
 * @typedef {{ readonly value?: unknown }} Literal
 * @typedef {import('eslint').Rule.Node & Kind & {
 *   readonly source?: Literal | null,
 *   readonly specifiers?: readonly Kind[],
 *   readonly argument?: { readonly literal?: Literal },
 * }} Importing
 */

/**
 * The import table as a rule of the linter, so that an editor shows a refused import while it is typed.
 * @param {string} root
 * @returns {import('eslint').ESLint.Plugin}
 */
export const importTablePlugin = (root) => ({
  meta: { name: 'chengji' },
  rules: {
    'import-table': {
      meta: { type: 'problem', schema: [] },
      create(context) {
        const file = path.relative(root, context.filename).split(path.sep).join('/')
        /** @type {(node: Importing, isType?: boolean) => void} */
        const judge = (node, isType = false) => {
          const specifier = (node.source ?? node.argument?.literal)?.value
          if (typeof specifier !== 'string') return
          const parts = node.specifiers ?? []
          const typesOnly =
            isType ||
            node.importKind === 'type' ||
            node.exportKind === 'type' ||
            (parts.length > 0 && parts.every((part) => (part.importKind ?? part.exportKind) === 'type'))
          const refusal = refusalOf(file, specifier, typesOnly)
          if (refusal !== null)
            context.report({ node, message: `${refusal} (tests/architecture/import-table.mjs)` })
        }
        return {
          ImportDeclaration: (node) => {
            judge(node)
          },
          ExportNamedDeclaration: (node) => {
            judge(node)
          },
          ExportAllDeclaration: (node) => {
            judge(node)
          },
          ImportExpression: (node) => {
            judge(node)
          },
          // import('…').Type, which needs no import statement.
          TSImportType: (/** @type {Importing} */ node) => {
            judge(node, true)
          },
        }
      },
    },
  },
})
