/** The units of the nineteen results, exactly as the notice counts them; '' is a narrative without a unit. */
export type IndicatorUnit = '次' | '万元' | '项' | '家' | '单' | '亿元' | '个' | '所' | ''

/** Whether figures in this unit are counted, so that a fraction of one is an error of typing. */
export function isWholeUnit(unit: IndicatorUnit): boolean {
  return unit !== '万元' && unit !== '亿元' && unit !== ''
}
