import { ConversationThread, type TurnSide } from '@/components/conversation/conversation-thread'
import { inLocale } from '@/lib/i18n'
import { indicator, type IndicatorCode } from '@/lib/notice'
import type { SubmittedReport } from '@/lib/review/read-submitted-report'
import type { Locale } from '@/lib/values'

/** The conversation beside one figure of a submitted report. */
export function ReportTalk({
  locale,
  report: { city, window, conversations },
  code,
  side,
}: {
  locale: Locale
  report: SubmittedReport
  code: IndicatorCode
  side: TurnSide
}) {
  return (
    <ConversationThread
      city={city.code}
      period={window.period}
      indicator={code}
      name={inLocale(locale, indicator(code))}
      turns={conversations.find((each) => each.indicator === code && each.row === '')?.turns ?? []}
      side={side}
    />
  )
}
