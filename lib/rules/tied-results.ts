import type { IndicatorCode } from '@/lib/notice'

/** Results that the checks hold against each other, so that one cannot always be corrected without the other: see pledgeOneSided. */
const TIED: readonly (readonly IndicatorCode[])[] = [['pledge_amount', 'pledge_projects']]

/** The other results that a correction of this one may ask to be corrected too. */
export const tiedResults = (code: IndicatorCode): readonly IndicatorCode[] =>
  TIED.filter((group) => group.includes(code)).flatMap((group) => group.filter((other) => other !== code))
