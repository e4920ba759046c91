import { listed } from './listed'
import type { CheckedReport, Found } from './types'

/** The same name, or one that differs only in its form, under different credit codes. */
export function codesDiffer({ registers = [] }: CheckedReport): readonly Found[] {
  return registers.flatMap(({ indicator, alike }): Found[] => {
    const lines = alike.flatMap(({ name, creditCode, likeness }) =>
      likeness.code === 'otherCode'
        ? [[name, creditCode ?? '', likeness.name, likeness.creditCode ?? '', likeness.period ?? '']]
        : [],
    )
    if (lines.length === 0) return []
    return [{ indicator, part: '', expected: {}, received: listed(lines), next: 'compareCodes' }]
  })
}
