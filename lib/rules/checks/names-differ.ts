import { listed } from './listed'
import type { CheckedReport, Found } from './types'

/** One credit code under different names, in this register or since an earlier quarter. */
export function namesDiffer({ registers = [] }: CheckedReport): readonly Found[] {
  return registers.flatMap(({ indicator, alike }): Found[] => {
    const lines = alike.flatMap(({ name, creditCode, likeness }) =>
      likeness.code === 'otherName' ? [[name, creditCode ?? '', likeness.name, likeness.period ?? '']] : [],
    )
    if (lines.length === 0) return []
    return [{ indicator, part: '', expected: {}, received: listed(lines), next: 'compareNames' }]
  })
}
