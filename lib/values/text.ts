/** Compares two texts by code point: the order of keys, never of names that people read. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * A text as it is kept: composed, without surrounding space and without control signs, which have no place in a sentence
 * and of which PostgreSQL keeps no NUL. Line ends and tabs stay.
 */
export const cleanText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .normalize('NFC')
    .trim()

/** The same for what stands on one line: every run of control signs becomes a space. */
export const cleanLine = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
