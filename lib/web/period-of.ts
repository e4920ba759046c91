import { isQuarter, isYear, Refusal, type Period } from '@/lib/values'

/** A period in the address of a route. @throws Refusal periodUnknown */
export function periodOf(text: string): Period {
  if (isQuarter(text) || isYear(text)) return text
  throw new Refusal('periodUnknown', { period: text })
}
