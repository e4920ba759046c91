import { cleanText, Refusal } from '@/lib/values'

/** Bounds of a written explanation, in signs. */
export const EXPLANATION = { least: 10, most: 500 } as const

/** An explanation as it is kept. @throws Refusal explanationShort, tooLong */
export function readExplanation(typed: string): string {
  const text = cleanText(typed)
  const { length } = [...text]
  const { least, most } = EXPLANATION
  if (length < least) throw new Refusal('explanationShort', { least: String(least), got: String(length) })
  if (length > most) throw new Refusal('tooLong', { limit: String(most), got: String(length) })
  return text
}
