/** Compares two texts by code point: the order of keys, never of names that people read. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * A text as it is kept: composed, without surrounding space, and without what no database keeps: control signs (line ends
 * and tabs stay) and halves of signs.
 */
export const cleanText = (text: string): string =>
  whole(text)
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .normalize('NFC')
    .trim()

/** The same for what stands on one line: every run of control signs becomes a space. */
export const cleanLine = (text: string): string =>
  PLAIN.test(text)
    ? text.trim()
    : whole(text)
        .normalize('NFC')
        .replace(/\p{Cc}+/gu, ' ')
        .trim()

// Latin letters without marks, figures, common Chinese signs and marks: most lines, in which there is nothing to compose or replace.
const PLAIN = /^[ -~\u3001-\u3029\u4e00-\u9fff\uff01-\uff5e]*$/

// A cut emoji leaves half a surrogate pair behind, which UTF-8 cannot say.
const whole = (text: string): string => text.replace(/\p{Cs}/gu, '\ufffd')
