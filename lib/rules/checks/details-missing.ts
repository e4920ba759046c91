import { listed } from './listed'
import type { CheckedReport, Found } from './types'

/** Rows without something that their register asks and keeps them without. */
export function detailsMissing({ registers = [] }: CheckedReport): readonly Found[] {
  return registers.flatMap(({ indicator, lacking }): Found[] => {
    if (lacking.length === 0) return []
    const fields = [...new Set(lacking.flatMap(({ fields: own }) => own))]
    return [
      {
        indicator,
        part: '',
        expected: { fields: fields.join('\t') },
        received: listed(lacking.map(({ name, fields: own }) => [name, ...own])),
        next: 'fillDetails',
      },
    ]
  })
}
