import { parsePeriod, type Locale, type Period } from '@/lib/values'

const QUARTERS = ['一', '二', '三', '四'] as const
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** A quarter or year in full: 2022年第三季度, 2022 Q3; 2019年, 2019. */
export function formatPeriod(locale: Locale, period: Period): string {
  const parsed = parsePeriod(period)
  if (!parsed) return period
  if (parsed.kind === 'year') return locale === 'en' ? period : `${parsed.year}年`
  const { year, quarter } = parsed
  return locale === 'en' ? `${year} Q${quarter}` : `${year}年第${QUARTERS[quarter - 1] ?? ''}季度`
}

/** One period after the other, the year said once for neighbours of the same year in Chinese. */
export function formatPeriods(locale: Locale, periods: readonly Period[]): string {
  return periods.map((period) => formatPeriod(locale, period)).join(locale === 'en' ? ', ' : '、')
}

// Asia/Shanghai has been UTC+8 without summer time since 1992; the machine's own zone never matters.
const SHANGHAI = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

function inShanghai(instant: Date | string): { day: string; time: string } {
  const parts = new Map(
    SHANGHAI.formatToParts(new Date(instant)).map(({ type, value }) => [type, value] as const),
  )
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? ''
  return {
    day: `${part('year')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}`,
  }
}

/** A calendar day written `2022-09-30`: 2022年9月30日, 30 Sep 2022. */
export function formatDay(locale: Locale, day: string): string {
  const [year = '', month = '', date = ''] = day.split('-')
  if (locale === 'en') return `${Number(date)} ${MONTHS[Number(month) - 1] ?? ''} ${year}`
  return `${year}年${Number(month)}月${Number(date)}日`
}

/** A week by its Monday: 2022年10月3日至9日, 3–9 Oct 2022; months and years said again where they change. */
export function formatWeek(locale: Locale, monday: string): string {
  const sunday = new Date(Date.parse(`${monday}T00:00:00Z`) + 6 * 86_400_000).toISOString().slice(0, 10)
  const [first, last] = [formatDay(locale, monday), formatDay(locale, sunday)]
  const isOneMonth = monday.slice(0, 7) === sunday.slice(0, 7)
  const isOneYear = monday.slice(0, 4) === sunday.slice(0, 4)
  if (locale === 'en') {
    const [day = '', month = ''] = first.split(' ')
    return `${isOneMonth ? day : isOneYear ? `${day} ${month}` : first}–${last}`
  }
  const end = isOneMonth ? last.replace(/^.*月/, '') : isOneYear ? last.replace(/^.*年/, '') : last
  return `${first}至${end}`
}

/** The calendar day of an instant, in Asia/Shanghai. */
export function formatDate(locale: Locale, instant: Date | string): string {
  return formatDay(locale, inShanghai(instant).day)
}

/** Day and minute of an instant, in Asia/Shanghai: 2022年10月12日 14:05, 12 Oct 2022, 14:05. */
export function formatDateTime(locale: Locale, instant: Date | string): string {
  const { day, time } = inShanghai(instant)
  return `${formatDay(locale, day)}${locale === 'en' ? ', ' : ' '}${time}`
}
