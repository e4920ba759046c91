import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { words } from '@/lib/i18n'
import { locales } from '@/lib/values'

/** Names in the objects that the writers of audit rows are given, of every file that calls them. */
function particulars(): string[] {
  const names = new Set<string>()
  const take = (given: ts.Node): void => {
    if (!ts.isObjectLiteralExpression(given)) {
      given.forEachChild(take)
      return
    }
    for (const property of given.properties) {
      if (ts.isSpreadAssignment(property)) take(property.expression)
      else if (!ts.isComputedPropertyName(property.name)) names.add(property.name.getText())
    }
  }
  for (const file of readdirSync('lib', { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts') || file.includes('generated')) continue
    const source = readFileSync(path.join('lib', file), 'utf8')
    if (!/recordAudit|auditRow/.test(source)) continue
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && ['recordAudit', 'auditRow'].includes(node.expression.getText())) {
        const [, detail] = node.arguments
        if (detail !== undefined && ts.isObjectLiteralExpression(detail)) take(detail)
      }
      node.forEachChild(visit)
    }
    visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true))
  }
  return [...names]
}

describe('the audit trail', () => {
  it.each(locales)('has a name for every particular that a deed leaves in it (%s)', (locale) => {
    const known = Object.keys(words(locale).audit.detailName)
    const said = particulars().filter((name) => name !== 'denied')
    expect(said.length).toBeGreaterThan(60)
    expect(said.filter((name) => !known.includes(name))).toEqual([])
  })
})
