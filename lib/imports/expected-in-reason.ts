import { readDay } from '@/lib/entry/row-content'
import { exporting } from '@/lib/i18n/words/export'

const BORDER = '\u0000'
const endings = Object.values(exporting).map(({ expected }) => {
  const [, before = '', after = ''] = expected(BORDER, BORDER).split(BORDER)
  return { before, after }
})

/** A reason and the day in it, as exports write both in one cell; null where there is no day at its end. */
export function expectedInReason(text: string): { readonly reason: string; readonly day: string } | null {
  for (const { before, after } of endings) {
    const at = text.lastIndexOf(before)
    if (at < 0 || !text.endsWith(after)) continue
    const day = readDay(text.slice(at + before.length, text.length - after.length))
    if (/^\d{4}-\d\d-\d\d$/.test(day)) return { reason: text.slice(0, at), day }
  }
  return null
}
