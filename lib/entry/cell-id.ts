/** The part '' of a quarterly cell has nothing after the result. */
export const cellKey = (indicator: string, part: string): string => `${indicator}/${part}`

/** Where a cell stands on the page of its report, for links from findings: `cell-pledge_amount`, `cell-pledge_amount-Q1`. */
export const cellId = (indicator: string, part = ''): string =>
  `cell-${indicator}${part === '' ? '' : `-${part}`}`
