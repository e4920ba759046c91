import { words } from '@/lib/i18n/words'
import type { Locale } from '@/lib/values'
import { figure, moment, text } from './cell'
import type { Sheet } from './workbook'

/** One turn of a conversation about a report, as its export shows it. */
export interface ReportTurn {
  readonly code: string
  readonly name: string
  /** The register row it is about; null for the figure itself. */
  readonly row: string | null
  /** Asked, answered or closed, in words; and where the conversation stands now. */
  readonly kindWord: string
  readonly stateWord: string
  readonly words: string
  readonly by: string
  readonly roleWord: string
  /** ISO instant. */
  readonly at: string
  readonly version: number
}

/** Everything that was asked and answered about a report, in order. */
export function conversationSheet(locale: Locale, turns: readonly ReportTurn[]): Sheet {
  const { sheet, head } = words(locale).conversation
  return {
    name: sheet,
    columns: [
      { header: head.code, width: 26 },
      { header: head.result, width: 36 },
      { header: head.row, width: 30 },
      { header: head.state, width: 20 },
      { header: head.kind, width: 10 },
      { header: head.words, width: 80 },
      { header: head.who, width: 14 },
      { header: head.role, width: 20 },
      { header: head.at, width: 20 },
      { header: head.version, width: 10 },
    ],
    rows: turns.map((turn) => [
      text(turn.code),
      text(turn.name),
      text(turn.row),
      text(turn.stateWord),
      text(turn.kindWord),
      text(turn.words),
      text(turn.by),
      text(turn.roleWord),
      moment(turn.at),
      figure(String(turn.version)),
    ]),
  }
}
