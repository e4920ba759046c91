/** What a number format makes of a number. */
export type FormatKind =
  | 'general'
  | 'text'
  | 'number'
  | 'date'
  | 'time'
  /** Hours beyond a day, `[h]:mm`: an amount, no time of day. */
  | 'elapsed'
  /** The number is held as a hundredth of what is shown. */
  | 'percent'
  /** Shown in thousands or 万 of what is held. */
  | 'scaled'
  /** Leading noughts: a code. */
  | 'padded'

export interface NumberFormat {
  readonly code: string
  readonly kind: FormatKind
  /** How many digits a padded number shows at least; 0 for others. */
  readonly digits: number
}

// The formats that a file only names by number: ECMA-376 18.8.30, with those of Chinese Excel.
const BUILT_IN: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: 'h"时"mm"分"',
  35: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: 'h"时"mm"分"',
  56: 'h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
}

/** The format of this number in a style; `own` are the file's own codes. */
export function numberFormat(id: number, own: ReadonlyMap<number, string>): NumberFormat {
  return formatOf(own.get(id) ?? BUILT_IN[id] ?? 'General')
}

/** What a format code does, judged by its first section. */
export function formatOf(code: string): NumberFormat {
  const kind = kindOf(code)
  return { code, kind, digits: kind === 'padded' ? bare(code).length : 0 }
}

export const GENERAL: NumberFormat = { code: 'General', kind: 'general', digits: 0 }

/** The first section without what is only written out: quoted and escaped signs, colours, conditions, locales. */
function bare(code: string): string {
  return code
    .replace(/"[^"]*"?|\\.|_.|\*./gs, '')
    .replace(/;.*$/s, '')
    .replace(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, '')
    .trim()
}

function kindOf(code: string): FormatKind {
  const section = bare(code)
  if (section === '' || /^(?:General|G\/通用格式)$/i.test(section)) return 'general'
  if (section.includes('@')) return 'text'
  if (/\[(?:h+|m+|s+)\]/i.test(section)) return 'elapsed'
  const tokens = section.replace(/E[+-]/gi, '').replace(/General/gi, '')
  if (/[yd年日]|(?:^|[^h:时])m+(?![:分])/i.test(tokens.replace(/AM\/PM|A\/P/gi, ''))) return 'date'
  if (/[hs时分秒]|AM\/PM|上午/i.test(tokens)) return 'time'
  if (section.includes('%')) return 'percent'
  if (/[0#?],+(?![0#?,])/.test(section) || /[0#][!\\][.．]/.test(code)) return 'scaled'
  return /^0{2,}$/.test(section) ? 'padded' : 'number'
}
