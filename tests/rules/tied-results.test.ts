import { describe, expect, it } from 'vitest'
import { indicatorCodes } from '@/lib/notice'
import { checkReport } from '@/lib/rules'
import { tiedResults } from '@/lib/rules/tied-results'
import { figure, report } from './report-to-check'

describe('results tied by a check', () => {
  it('are the two of pledge financing, each to the other, and no others', () => {
    const tied = indicatorCodes.flatMap((code) => tiedResults(code).map((other) => `${code} ${other}`))
    expect(tied).toEqual(['pledge_amount pledge_projects', 'pledge_projects pledge_amount'])
  })

  it('are all that a hard check ever asks for beside the result that was corrected', () => {
    for (const code of indicatorCodes)
      for (const value of ['0', '1', '999999999'])
        for (const { indicator, severity } of checkReport(report({ [code]: figure(value) })))
          if (severity === 'hard') expect([code, ...tiedResults(code)]).toContain(indicator)
  })
})
