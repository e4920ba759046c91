import path from 'node:path'
import { refusalOf } from './import-table.mjs'

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
        /** @type {(node: any) => void} */
        const judge = (node) => {
          const specifier = node.source?.value
          if (typeof specifier !== 'string') return
          const parts = node.specifiers ?? []
          const typesOnly =
            node.importKind === 'type' ||
            node.exportKind === 'type' ||
            (parts.length > 0 &&
              parts.every((/** @type {any} */ part) => (part.importKind ?? part.exportKind) === 'type'))
          const refusal = refusalOf(file, specifier, typesOnly)
          if (refusal !== null)
            context.report({ node, message: `${refusal} (tests/architecture/import-table.mjs)` })
        }
        return {
          ImportDeclaration: judge,
          ExportNamedDeclaration: judge,
          ExportAllDeclaration: judge,
          ImportExpression: judge,
          // import('…').Type, which needs no import statement.
          TSImportType: (/** @type {any} */ node) => {
            judge({ ...node, importKind: 'type', source: node.source ?? node.argument?.literal })
          },
        }
      },
    },
  },
})
