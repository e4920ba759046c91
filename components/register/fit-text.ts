/** Signs that take the room of two. */
const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u3000-\u303f“”‘’—…]/
/** Signs a little wider than others. */
const BROAD = /[A-Z0-9mw@%]/

/**
 * As much of a text as a column shows, with a sign where something is left out. A box that cuts its text itself costs a
 * browser more than all else in a grid of many cells.
 * @param width in characters of a Latin typeface
 */
export function fitText(text: string, width: number): string {
  // No text so short is too wide.
  if (text.length * 2 <= width) return text
  let taken = 0
  for (let i = 0; i < text.length; i++) {
    const sign = text.charAt(i)
    taken += WIDE.test(sign) ? 2 : BROAD.test(sign) ? 1.2 : 1
    if (taken > width) return `${text.slice(0, Math.max(i - 1, 0))}…`
  }
  return text
}
